package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.Transaction;

/**
 * That somebody took an output of a confirmed commitment.
 *
 * @param height the block that holds the spend
 * @param suspect the spend, as long as it may yet turn out to be fraud: a preimage can arrive after the claim
 */
public record Taken(BlockHeight height, Optional<Transaction> suspect) {

    Taken(BlockHeight height, Transaction spend, boolean suspect) {
        this(height, suspect ? Optional.of(spend) : Optional.empty());
    }
}
