package org.gridbolt.channel.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.driver.ChannelStore;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Bytes;

/**
 * A store for demos and tests: it survives nothing. It keeps encoded states, so what is loaded from it is what a disk would
 * have given back.
 */
public final class InMemoryStore implements ChannelStore {

    private final StateCodec codec;
    private final List<Bytes> journal = new ArrayList<>();
    private Optional<Bytes> head = Optional.empty();

    /** An empty store for a channel of {@code profile}. */
    public InMemoryStore(HouseholdProfile profile) {
        this.codec = new StateCodec(profile);
    }

    @Override
    public void save(ChannelState next) {
        StoredChannel stored = codec.encode(next);
        journal.addAll(stored.journal().since(journal.size()));
        head = Optional.of(stored.head());
    }

    /** The state that was saved last; nothing before the first. */
    public Optional<ChannelState> load() {
        return head.map(bytes ->
                codec.decode(new StoredChannel(bytes, Journal.of(journal))).orElseThrow());
    }
}
