package org.gridbolt.penalty.policy;

import java.util.stream.Stream;

/** What the utility finds about one pending unit. */
public enum Verdict {
    /** The producer delivered: the unit's coins are its own. */
    DELIVERED(0),
    /** The producer accepted and did not deliver: the utility is paid for the energy, and the producer forfeits. */
    DEFAULT(1),
    /** Nobody's fault: the unit's coins go back to the consumer. */
    CANCELLED(2);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    /** The byte that stands for it in a ruling, which never changes. */
    public int code() {
        return code;
    }

    /** The verdict of that byte; an {@link IllegalArgumentException} when there is none. */
    public static Verdict ofCode(int code) {
        return Stream.of(values())
                .filter(verdict -> verdict.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verdict: " + code));
    }
}
