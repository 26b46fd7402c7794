package org.gridbolt.node.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happens during the day. */
public enum Scenario {
    /** All is delivered; the channel is closed in agreement. */
    HONEST,
    /** The producer fails a unit that it accepted; consumer and utility take the penalty. */
    DEFAULT,
    /** The producer publishes a revoked state; the consumer takes all of its balance. */
    CHEAT;

    /** As it is written on the command line and in the report. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
