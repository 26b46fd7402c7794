package org.gridbolt.node.store;

import java.io.IOException;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.driver.ChannelDriver;
import org.gridbolt.channel.driver.ChannelStore;
import org.gridbolt.channel.signer.HouseholdSigner;
import org.gridbolt.channel.state.AwaitingTerms;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.state.Negotiating;
import org.gridbolt.channel.state.SignedZero;
import org.gridbolt.channel.store.StaleState;
import org.gridbolt.channel.store.StateCodec;
import org.gridbolt.channel.store.StoredChannel;

/** A household's channel on the disk. It belongs to one driver; the disk's work is shared with all channels of the store. */
public final class DurableHousehold implements ChannelStore {

    private final ChannelRecord record;
    private final StateCodec codec;

    DurableHousehold(ChannelRecord record, HouseholdProfile profile) {
        this.record = record;
        this.codec = new StateCodec(profile);
    }

    /** Returns once the state survives a power cut; throws {@link StoreUnusable}, and keeps what it had, when it cannot. */
    @Override
    public void save(ChannelState next) throws StoreUnusable {
        StoredChannel stored = codec.encode(next);
        record.save(stored.head(), stored.journal());
    }

    /** The state that was saved last; nothing before the first. */
    public Optional<ChannelState> load() throws StoreUnusable {
        return record.load(
                StateCodec.VERSION, stored -> codec.decode(new StoredChannel(stored.head(), stored.journal())));
    }

    /** Whether what is stored comes from a backup: then {@link #resume} takes it up as that, for good. */
    public boolean isRestored() {
        return record.row().restored();
    }

    /**
     * Takes up the stored channel after a restart; nothing when nothing is stored. A state from a backup, or one that {@code signer}
     * proves to be old, publishes nothing of its own and waits for the peer.
     *
     * @throws StoreUnusable if what is stored cannot be used: nothing was signed then
     * @throws IOException if the signer's record cannot be read
     */
    public Optional<Resumed<ChannelDriver>> resume(HouseholdSigner signer, ChannelAction.Performer world)
            throws IOException {
        Optional<ChannelState> stored = load();
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Optional<StaleState> stale =
                StaleState.of(stored.get(), signer.standing(record.row().keyId()));
        boolean restored = record.isRestored(stale);
        ChannelDriver driver = restored
                ? ChannelDriver.restore(refusingOpening(stored.get()), this, signer, world)
                : ChannelDriver.resume(stored.get(), this, signer, world);
        return Optional.of(new Resumed<>(driver, restored, stale));
    }

    /** Under the keys of an opening that may have come to an end long ago, nothing is signed as if it were new. */
    private ChannelState refusingOpening(ChannelState stored) throws StoreUnusable {
        boolean opening =
                stored instanceof AwaitingTerms || stored instanceof Negotiating || stored instanceof SignedZero;
        if (opening) {
            throw new StoreUnusable(
                    new StoreFlaw.OpeningRestored(record.file(), record.row().keyId()));
        }
        return stored;
    }
}
