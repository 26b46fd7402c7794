package org.gridbolt.channel.driver;

import java.io.IOException;
import org.gridbolt.channel.utility.UtilityState;

/**
 * Where the utility's state of one channel survives.
 *
 * <p><b>Danger.</b> As with a {@link ChannelStore}, {@link #save} returns only once the state survives a power cut. A store that
 * returns earlier lets the utility forget, after a crash, a secret that it acknowledged or a spend of the wallet that it
 * signed: <i>it may then sign a second one, which is proof of fraud</i>.
 */
public interface UtilityStore {

    /**
     * Makes {@code next} the stored state. What its journal holds beyond the stored one is appended.
     *
     * @throws IOException if it is not durable: then the state before still is
     */
    void save(UtilityState next) throws IOException;
}
