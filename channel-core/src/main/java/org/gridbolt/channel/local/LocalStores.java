package org.gridbolt.channel.local;

import java.io.IOException;
import org.gridbolt.channel.driver.ChannelStore;
import org.gridbolt.channel.driver.UtilityStore;
import org.gridbolt.channel.signer.InMemoryMarks;
import org.gridbolt.channel.signer.SignerMarks;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.store.InMemoryStore;
import org.gridbolt.channel.store.InMemoryUtilityStore;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;

/** Where the three of a channel in this process keep what they have: each asks for a channel's place once, before it begins. */
public interface LocalStores {

    /** Nowhere: it ends with the process. */
    LocalStores IN_MEMORY = new LocalStores() {
        @Override
        public ChannelStore household(KeyId keyId, HouseholdProfile profile) {
            return new InMemoryStore(profile);
        }

        @Override
        public UtilityStore utility(UtilityProfile profile, OpeningPlan plan) {
            return new InMemoryUtilityStore(profile, plan);
        }

        @Override
        public SignerMarks marks(Party party) {
            return new InMemoryMarks();
        }
    };

    /**
     * The place of a household's channel.
     *
     * @throws IOException if there is none to be had
     */
    ChannelStore household(KeyId keyId, HouseholdProfile profile) throws IOException;

    /**
     * The place of the utility's channel.
     *
     * @throws IOException if there is none to be had
     */
    UtilityStore utility(UtilityProfile profile, OpeningPlan plan) throws IOException;

    /** The records of that party's signer. */
    SignerMarks marks(Party party);
}
