package org.gridbolt.node.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happens during the day. */
public enum Scenario {
    /** All is delivered; the channel is closed in agreement. */
    HONEST,
    /** The producer fails a unit that it accepted; consumer and utility take the penalty. */
    DEFAULT,
    /** The same, and the producer publishes its newest state before the penalty is mined. */
    DEFAULT_RACE,
    /** The producer delivers a part of a unit; the consumer waives the penalty, the next state takes what is due, and trade goes on. */
    GRADED,

    /** The same at a higher price: too much for a next state, so the penalty ends the channel, in proportion to what is lacking. */
    GRADED_PENALTY,
    /** The producer publishes a revoked state; the consumer takes all of its balance. */
    CHEAT,
    /** The same while the consumer sleeps: the utility's tower takes the balance for it. */
    CHEAT_ASLEEP,
    /** The consumer goes for good as a unit is delivered; the producer closes alone and takes its pay. */
    WALKAWAY,
    /** The same, and the producer settles its newest state with the utility. */
    ARBITRATED,
    /** The channel reaches its expiry and closes by itself. */
    EXPIRY,
    /** The consumer's balance does not last for the day; what was delivered is settled. */
    WALLET_DRY,
    /** A reorganisation undoes the close, which is mined again. */
    REORG;

    /** As it is written in the report and, but for {@link #CHEAT_ASLEEP}, on the command line. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
