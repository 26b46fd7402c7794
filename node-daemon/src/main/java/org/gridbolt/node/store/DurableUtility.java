package org.gridbolt.node.store;

import java.io.IOException;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.driver.UtilityStore;
import org.gridbolt.channel.signer.UtilitySigner;
import org.gridbolt.channel.store.StaleState;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.StoredUtility;
import org.gridbolt.channel.utility.UtilityCodec;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.channel.utility.UtilityState;

/** A utility's channel on the disk. It belongs to one driver; the disk's work is shared with all channels of the store. */
public final class DurableUtility implements UtilityStore {

    private final ChannelRecord record;
    private final UtilityCodec codec;

    DurableUtility(ChannelRecord record, UtilityProfile profile, OpeningPlan plan) {
        this.record = record;
        this.codec = new UtilityCodec(profile, plan);
    }

    /** Returns once the state survives a power cut; throws {@link StoreUnusable}, and keeps what it had, when it cannot. */
    @Override
    public void save(UtilityState next) throws StoreUnusable {
        StoredUtility stored = codec.encode(next);
        record.save(stored.head(), stored.journal());
    }

    /** The state that was saved last; nothing before the first. */
    public Optional<UtilityState> load() throws StoreUnusable {
        return record.load(
                UtilityCodec.VERSION, stored -> codec.decode(new StoredUtility(stored.head(), stored.journal())));
    }

    /** Whether what is stored comes from a backup: then {@link #resume} takes it up as that, for good. */
    public boolean isRestored() {
        return record.row().restored();
    }

    /**
     * Takes up the stored channel after a restart; nothing when nothing is stored.
     *
     * <p>A utility that has forgotten what it issued, revealed and acknowledged would rule falsely in good faith, and each of
     * its rulings would be proof of fraud. So of a state from a backup, or one that {@code signer} proves to be old, the watchtower
     * goes on and nothing else does.
     *
     * @throws StoreUnusable if what is stored cannot be used: nothing was signed then
     * @throws IOException if the signer's record cannot be read
     */
    public Optional<Resumed<UtilityDriver>> resume(UtilitySigner signer, ChannelAction.Performer world)
            throws IOException {
        Optional<UtilityState> stored = load();
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Optional<StaleState> stale =
                StaleState.of(stored.get(), signer.standing(record.row().keyId()));
        boolean restored = record.isRestored(stale);
        UtilityDriver driver = restored
                ? restore(stored.get(), signer, world)
                : UtilityDriver.resume(stored.get(), this, signer, world);
        return Optional.of(new Resumed<>(driver, restored, stale));
    }

    private UtilityDriver restore(UtilityState stored, UtilitySigner signer, ChannelAction.Performer world)
            throws StoreUnusable {
        return UtilityDriver.restore(stored, this, signer, world)
                .orElseThrow(() -> new StoreUnusable(new StoreFlaw.OpeningRestored(
                        record.file(), record.row().keyId())));
    }
}
