package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Depths;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Windows;

/**
 * What the utility offers besides who takes part and when.
 *
 * @param windows how long things take in a dispute
 * @param depths how deep in the chain things count
 * @param limits how much may be at stake; by default what follows from the contributions
 * @param clauses policy, fees and template
 */
public record Conditions(Windows windows, Depths depths, Optional<Limits> limits, Clauses clauses) {

    /** The defaults, for a chain with six blocks a slot. */
    public static final Conditions DEFAULT =
            new Conditions(Windows.DEFAULT, Depths.DEFAULT, Optional.empty(), Clauses.DEFAULT);

    Limits limitsFor(Allocation contributions) {
        return limits.orElseGet(() -> Limits.defaults(contributions));
    }
}
