package org.gridbolt.penalty.policy;

import org.bitcoinj.base.Coin;

/**
 * The rule by which a producer pays for what it lacks and no more. Of each defaulted unit, by rising number, with c its coins,
 * m of E watt-hours lacking, and B the producer's balance so far:
 *
 * <pre>
 *     q  = floor(c m / E)                     to the utility, for the energy it supplied
 *     cp = floor(B f_num m / (f_den E))       forfeited; nothing while shortfalls are tolerated
 *     B  = B - cp + c - q
 * </pre>
 *
 * <p>{@link ForfeitAll} is this with f = 1, m = E whatever was lacking, and nothing tolerated.
 *
 * @param forfeited f: the part of the balance that a unit of which nothing was delivered costs
 * @param toleratedShortfalls how many of the channel's first defaults forfeit nothing, 0 to {@value #TOLERATED_MAX}; the
 *     utility is paid for the energy all the same
 * @param consumerShare what the consumer gets of the forfeit
 */
public record Graded(Fraction forfeited, int toleratedShortfalls, PerMille consumerShare) implements PenaltyPolicy {

    /** The most defaults that any terms may tolerate in a channel's life. */
    public static final int TOLERATED_MAX = 64;

    public Graded {
        if (toleratedShortfalls < 0 || toleratedShortfalls > TOLERATED_MAX) {
            throw new IllegalArgumentException("no number of tolerated shortfalls: " + toleratedShortfalls);
        }
    }

    /** All of the balance for a unit of which nothing was delivered; no tolerance, nothing for the consumer. */
    public static final Graded IN_PROPORTION = new Graded(Fraction.WHOLE, 0, PerMille.ZERO);

    @Override
    public Forfeiture judge(JudgedState state) {
        Coin left = state.balances().producer();
        Coin replacement = Coin.ZERO;
        Coin forfeited = Coin.ZERO;
        for (JudgedUnit unit : state.with(Verdict.DEFAULT)) {
            Coin lost = isTolerated(state, unit) ? Coin.ZERO : lost(left, unit);
            left = left.subtract(lost).add(unit.amount().subtract(unit.replacement()));
            replacement = replacement.add(unit.replacement());
            forfeited = forfeited.add(lost);
        }
        return new Forfeiture(left, replacement, forfeited);
    }

    private boolean isTolerated(JudgedState state, JudgedUnit unit) {
        return state.defaultsBefore(unit.unit()) < toleratedShortfalls;
    }

    private Coin lost(Coin balance, JudgedUnit unit) {
        return forfeited.floorOf(balance, unit.shortfall(), unit.energy());
    }
}
