package org.gridbolt.channel.store;

import java.util.Optional;
import org.gridbolt.channel.state.Agreement;
import org.gridbolt.channel.state.ChannelContext;
import org.gridbolt.channel.state.HouseholdProfile;

/** The context of the channel that was read last: all its keys are derived for it, which is worth doing once. */
final class ContextCache {

    private final HouseholdProfile profile;
    private Optional<Entry> last = Optional.empty();

    private record Entry(Agreement agreement, ChannelContext context) {}

    ContextCache(HouseholdProfile profile) {
        this.profile = profile;
    }

    ChannelContext of(Agreement agreement) {
        Entry entry = last.filter(known -> known.agreement().equals(agreement))
                .orElseGet(() -> new Entry(agreement, agreement.context(profile)));
        last = Optional.of(entry);
        return entry.context();
    }
}
