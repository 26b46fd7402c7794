package org.gridbolt.channel.torture;

import java.util.List;

/**
 * What must never happen, and how to see it again.
 *
 * @param seed of the trial
 * @param rough after so many events of rough weather, the fewest that were found to lead to it
 * @param invariant what does not hold
 * @param what what was seen instead
 * @param transcript what happened until then, as the protocol reads
 */
public record TortureFailure(long seed, long rough, String invariant, String what, List<String> transcript) {

    public TortureFailure {
        transcript = List.copyOf(transcript);
    }

    TortureFailure(long seed, long rough, Violation violation, List<String> transcript) {
        this(seed, rough, violation.invariant(), violation.what(), transcript);
    }
}
