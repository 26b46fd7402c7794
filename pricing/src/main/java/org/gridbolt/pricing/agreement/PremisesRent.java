package org.gridbolt.pricing.agreement;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;

/**
 * The prosumer lends its premises and takes its energy from the plant: part of what it is charged comes back as a rent, a
 * discount on its tariff. After 10 to 15 years the owner takes the plant back.
 *
 * @param terms the rest; it lasts 120 to 180 months, and the plant stays the owner's
 * @param rent which part of the charges comes back, from 0 to 1
 */
public record PremisesRent(Terms terms, BigFraction rent) implements Agreement {

    /** The shortest time until the plant goes back: ten years. */
    public static final int MONTHS_MIN = 120;

    /** The longest: fifteen years. */
    public static final int MONTHS_MAX = 180;

    public PremisesRent {
        Checks.refuse(flawOf(terms, rent));
    }

    /** The agreement; or the flaw that the rent is no part of a whole, or that the terms do not fit. */
    public static Outcome<PremisesRent, AgreementFlaw> of(Terms terms, BigFraction rent) {
        return Checks.checked(flawOf(terms, rent), () -> new PremisesRent(terms, rent));
    }

    @Override
    public Outcome<Shares, AgreementFlaw> shares(Use use, Standing standing) {
        Shares ownUse = Shares.between(Role.PROSUMER, rent, Role.OWNER);
        return terms.on(standing.day(), use == Use.OWN_USE ? ownUse : terms.surplus());
    }

    @Override
    public Role owner(Standing standing) {
        return Role.OWNER;
    }

    private static Optional<AgreementFlaw> flawOf(Terms terms, BigFraction rent) {
        if (rent.signum() < 0 || rent.compareTo(BigFraction.ONE) > 0) {
            return Optional.of(new AgreementFlaw.NoSuchRent(rent));
        }
        return terms.months() < MONTHS_MIN || terms.months() > MONTHS_MAX
                ? Optional.of(new AgreementFlaw.WrongDuration(terms.months(), MONTHS_MIN, MONTHS_MAX))
                : terms.flawFor("a premises rent", Role.OWNER);
    }
}
