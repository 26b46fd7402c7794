package org.gridbolt.channel.utility;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.state.KnownReceipt;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.pricing.UnitNumber;

/**
 * A household's version, as far as the utility could open it.
 *
 * @param balances a, b and u
 * @param pending its units
 * @param receipt the receipt that states it; none of version 0 before the household told it
 */
public record OpenedVersion(Allocation balances, PendingUnits pending, Optional<KnownReceipt> receipt) {

    /** Which version it is. */
    CommitmentNumber number() {
        return receipt.map(known -> known.content().own().number()).orElse(CommitmentNumber.ZERO);
    }

    /** Whether that unit is one of its units. */
    boolean holds(UnitNumber unit) {
        return pending.ticket(unit).isPresent();
    }

    /** What the next receipt must name as the one before. */
    Sha256Hash hash() {
        return receipt.map(KnownReceipt::hash).orElse(Sha256Hash.ZERO_HASH);
    }
}
