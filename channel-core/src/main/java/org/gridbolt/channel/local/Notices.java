package org.gridbolt.channel.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;

/** What the machines told their owners, as far as somebody will ask for it. */
final class Notices {

    /** As many as help to see what went wrong. */
    private static final int REMEMBERED_MAX = 10;

    private final Set<Party> active = EnumSet.noneOf(Party.class);
    private final Map<UnitNumber, Notice.UnitEnded> ended = new HashMap<>();
    private final Deque<String> newest = new ArrayDeque<>();
    private Optional<Flaw> refusal = Optional.empty();
    private TradeObserver observer = TradeObserver.NONE;

    /** Tells {@code next} of every unit that ends from now on. */
    void observe(TradeObserver next) {
        observer = next;
    }

    /** Takes what the machine of {@code party} tells. */
    void take(Party party, Notice notice) {
        if (notice instanceof Notice.Active) {
            active.add(party);
        } else if (notice instanceof Notice.UnitEnded end) {
            take(party, end);
        } else if (notice instanceof Notice.CommandRefused refused) {
            refusal = Optional.of(refused.reason());
        }
        newest.add(party + ": " + notice);
        if (newest.size() > REMEMBERED_MAX) {
            newest.remove();
        }
    }

    /** Both households tell of it; once is enough. */
    private void take(Party party, Notice.UnitEnded end) {
        if (party == Party.CONSUMER && ended.put(end.unit(), end) == null) {
            observer.onUnit(end.unit(), end.outcome(), end.coins());
        }
    }

    /** Whether units can be offered, as all three see it. */
    boolean areAllActive() {
        return active.size() == Party.values().length;
    }

    /** How that unit ended, if it has. */
    Optional<Notice.UnitEnded> end(UnitNumber unit) {
        return Optional.ofNullable(ended.get(unit));
    }

    /** Why the newest command cannot be followed, if it cannot; asked once. */
    Optional<Flaw> takeRefusal() {
        Optional<Flaw> reason = refusal;
        refusal = Optional.empty();
        return reason;
    }

    /** The newest ones, for whoever looks for what went wrong. */
    @Override
    public String toString() {
        return String.join("; ", newest);
    }
}
