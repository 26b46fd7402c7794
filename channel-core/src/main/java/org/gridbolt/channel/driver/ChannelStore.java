package org.gridbolt.channel.driver;

import java.io.IOException;
import org.gridbolt.channel.state.ChannelState;

/**
 * Where the state of one channel survives.
 *
 * <p><b>Danger.</b> {@link #save} returns only once the state survives a power cut. Everything that a channel says is said after
 * its state was saved; a store that returns earlier lets a household forget, after a crash, a signature that it gave or a
 * version that it revoked, and <i>all of its coins may be lost</i> to justice. A store that cannot save throws, and leaves
 * what it had: the channel then stops, keeps its old state, and is not closed.
 */
public interface ChannelStore {

    /**
     * Makes {@code next} the stored state. What its journal holds beyond the stored one is appended.
     *
     * @throws IOException if it is not durable: then the state before still is
     */
    void save(ChannelState next) throws IOException;
}
