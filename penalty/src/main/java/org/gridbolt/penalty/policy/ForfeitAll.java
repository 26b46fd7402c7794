package org.gridbolt.penalty.policy;

import org.bitcoinj.base.Coin;

/**
 * The rule of Tharun and Parvez 2021, section 5.E: a producer that defaults on any unit, by however little, loses all its
 * coins in the channel, and the utility is paid for the whole unit, which it delivers instead.
 *
 * @param consumerShare what the consumer gets of the forfeit; that paper has none
 */
public record ForfeitAll(PerMille consumerShare) implements PenaltyPolicy {

    /** The paper's rule: nothing for the consumer. */
    public static final ForfeitAll WITHOUT_CONSUMER_SHARE = new ForfeitAll(PerMille.ZERO);

    /** None. */
    @Override
    public int toleratedShortfalls() {
        return 0;
    }

    /** The first default takes all of b and the unit's coins; each further one takes its coins, as b is 0 by then. */
    @Override
    public Forfeiture judge(JudgedState state) {
        Coin before = state.balances().producer();
        boolean forfeits = !state.with(Verdict.DEFAULT).isEmpty();
        Coin forfeited = forfeits ? before : Coin.ZERO;
        return new Forfeiture(before.subtract(forfeited), state.coins(Verdict.DEFAULT), forfeited);
    }
}
