package org.gridbolt.channel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gridbolt.channel.driver.ChannelStore;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.store.InMemoryStore;

/** Holds, at every step of every test, that a stored state decodes to itself. */
public final class CheckedStore implements ChannelStore {

    private final InMemoryStore inner;
    private final Map<String, ChannelState> lived = new TreeMap<>();

    public CheckedStore(HouseholdProfile profile) {
        this.inner = new InMemoryStore(profile);
    }

    @Override
    public void save(ChannelState next) {
        inner.save(next);
        assertThat(load()).isEqualTo(next);
        lived.put(next.name(), next);
    }

    /** The newest of each state that was ever saved, by its name. */
    public Map<String, ChannelState> lived() {
        return Collections.unmodifiableMap(lived);
    }

    boolean isEmpty() {
        return inner.load().isEmpty();
    }

    public ChannelState load() {
        return inner.load().orElseThrow();
    }
}
