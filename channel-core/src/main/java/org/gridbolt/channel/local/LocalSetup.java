package org.gridbolt.channel.local;

import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.policy.PenaltyPolicy;

/**
 * What the channel of three parties in one process starts from. The households' keys follow from the seed, so that a run can be
 * repeated; real coins want real randomness.
 *
 * @param contributions what each puts into the wallet
 * @param seed what the households' keys are derived from
 * @param clauses what the terms say besides times and amounts
 * @param fees what each of the three is ready to pay to have a transaction confirmed
 */
public record LocalSetup(Allocation contributions, long seed, Clauses clauses, FeePolicy fees) {

    /** The blocks of a slot. */
    public static final int BLOCKS_PER_SLOT = 6;

    /** With the usual clauses and fees. */
    public LocalSetup(Allocation contributions, long seed) {
        this(contributions, seed, Clauses.DEFAULT, FeePolicy.DEFAULT);
    }

    /** With another penalty policy. */
    public LocalSetup with(PenaltyPolicy policy) {
        return with(new Clauses(
                policy, clauses.deliveryTolerance(), clauses.gridFee(), clauses.fundingFee(), clauses.template()));
    }

    /** With another form of the wallet's script. */
    public LocalSetup with(WalletTemplate template) {
        return with(new Clauses(
                clauses.policy(), clauses.deliveryTolerance(), clauses.gridFee(), clauses.fundingFee(), template));
    }

    private LocalSetup with(Clauses next) {
        return new LocalSetup(contributions, seed, next, fees);
    }

    /** With another readiness to pay. */
    public LocalSetup with(FeePolicy next) {
        return new LocalSetup(contributions, seed, clauses, next);
    }
}
