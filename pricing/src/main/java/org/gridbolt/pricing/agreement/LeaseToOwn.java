package org.gridbolt.pricing.agreement;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Outcome;

/**
 * The prosumer buys the plant in monthly instalments. Until the last is paid the owner has the coins of all energy that the
 * prosumer uses, and its share of what is sold; from then on the plant, the free use of its energy and that share are the
 * prosumer's.
 *
 * @param terms the rest; the plant ends up with the prosumer
 * @param price what the plant costs, in whole coins, above 0
 * @param instalment what is paid each month, in whole coins, above 0; the last instalment is what is then left
 */
public record LeaseToOwn(Terms terms, Coin price, Coin instalment) implements Agreement {

    public LeaseToOwn {
        Checks.refuse(flawOf(terms, price, instalment));
    }

    /** The lease; or the flaw that the instalments never end, or end after the agreement, or that the terms do not fit. */
    public static Outcome<LeaseToOwn, AgreementFlaw> of(Terms terms, Coin price, Coin instalment) {
        return Checks.checked(flawOf(terms, price, instalment), () -> new LeaseToOwn(terms, price, instalment));
    }

    /** How many instalments there are, the last one included. */
    public long instalments() {
        return count(price, instalment);
    }

    /** What is due next when {@code paid} has been paid: nothing when the plant is paid for. */
    public Coin nextInstalment(Coin paid) {
        Coin left = price.subtract(paid);
        return left.isPositive() ? Coin.valueOf(Math.min(left.getValue(), instalment.getValue())) : Coin.ZERO;
    }

    @Override
    public Outcome<Shares, AgreementFlaw> shares(Use use, Standing standing) {
        Shares whileLeased = use == Use.OWN_USE ? Shares.whole(Role.OWNER) : terms.surplus();
        Shares shares = owner(standing) == Role.OWNER ? whileLeased : whileLeased.moved(Role.OWNER, Role.PROSUMER);
        return terms.on(standing.day(), shares);
    }

    @Override
    public Role owner(Standing standing) {
        return standing.paid().isLessThan(price) ? Role.OWNER : Role.PROSUMER;
    }

    private static Optional<AgreementFlaw> flawOf(Terms terms, Coin price, Coin instalment) {
        if (!price.isPositive() || !instalment.isPositive()) {
            return Optional.of(new AgreementFlaw.NothingToPay(price, instalment));
        }
        return count(price, instalment) > terms.months()
                ? Optional.of(new AgreementFlaw.PaidTooLate(count(price, instalment), terms.months()))
                : terms.flawFor("a lease to own", Role.PROSUMER);
    }

    private static long count(Coin price, Coin instalment) {
        return (price.getValue() - 1) / instalment.getValue() + 1;
    }
}
