package org.gridbolt.channel.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.driver.UtilityStore;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.StoredUtility;
import org.gridbolt.channel.utility.UtilityCodec;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.Bytes;

/**
 * The utility's store for demos and tests: it survives nothing. It keeps encoded states, so what is loaded from it is what a
 * disk would have given back.
 */
public final class InMemoryUtilityStore implements UtilityStore {

    private final UtilityCodec codec;
    private final List<Bytes> journal = new ArrayList<>();
    private Optional<Bytes> head = Optional.empty();

    /** An empty store for the channel of that plan. */
    public InMemoryUtilityStore(UtilityProfile profile, OpeningPlan plan) {
        this.codec = new UtilityCodec(profile, plan);
    }

    @Override
    public void save(UtilityState next) {
        StoredUtility stored = codec.encode(next);
        journal.addAll(stored.journal().since(journal.size()));
        head = Optional.of(stored.head());
    }

    /** The state that was saved last; nothing before the first. */
    public Optional<UtilityState> load() {
        return head.map(bytes ->
                codec.decode(new StoredUtility(bytes, Journal.of(journal))).orElseThrow());
    }
}
