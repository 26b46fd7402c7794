package org.gridbolt.channel.local;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.channel.driver.SponsorPolicy;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.policy.PerMille;

/**
 * What a utility in this process starts from. Every key follows from the seed, so that a run can be repeated; real coins want real
 * randomness.
 *
 * @param seed what the utility's keys, and the miners, are derived from
 * @param turnoverShare x: what the utility pays into its fund of a slot's turnover when nothing was forfeited in it
 * @param leastPayment a miner is paid once it is owed so much
 * @param fees what it is ready to pay to have a payout confirmed
 * @param sponsor when it pays for a household's version that is stuck
 */
public record GridSetup(long seed, PerMille turnoverShare, Coin leastPayment, FeePolicy fees, SponsorPolicy sponsor) {

    /** Two per cent of the turnover, and payments that any output may hold. */
    public static GridSetup of(long seed) {
        return new GridSetup(seed, new PerMille(20), Limits.DUST_LIMIT_MAX, FeePolicy.DEFAULT, SponsorPolicy.DEFAULT);
    }

    /** With another share of the turnover, and another least payment. */
    public GridSetup with(PerMille share, Coin least) {
        return new GridSetup(seed, share, least, fees, sponsor);
    }

    /** With another readiness to pay. */
    public GridSetup with(FeePolicy next) {
        return new GridSetup(seed, turnoverShare, leastPayment, next, sponsor);
    }

    /** With another readiness to pay for a household. */
    public GridSetup with(SponsorPolicy next) {
        return new GridSetup(seed, turnoverShare, leastPayment, fees, next);
    }
}
