package org.gridbolt.pricing.agreement;

import java.time.LocalDate;
import java.util.Optional;
import org.gridbolt.pricing.Outcome;

/**
 * What agreements of every type say.
 *
 * @param parties who takes part
 * @param begins the first day
 * @param months how long it lasts, at least 1
 * @param ownerAfterwards who has the plant when it is over: {@link Role#OWNER} or {@link Role#PROSUMER}
 * @param surplus the rule for selling energy: who gets what of the coins of a unit that is sold, a rent of the grid included
 */
public record Terms(Parties parties, LocalDate begins, int months, Role ownerAfterwards, Shares surplus) {

    public Terms {
        if (months < 1) {
            throw new IllegalArgumentException("an agreement lasts a month or longer, not " + months);
        }
    }

    /** The first day on which the agreement no longer holds. */
    public LocalDate ends() {
        return begins.plusMonths(months);
    }

    /** The given shares when the agreement holds on that day, or the flaw that it does not. */
    Outcome<Shares, AgreementFlaw> on(LocalDate day, Shares shares) {
        if (day.isBefore(begins)) {
            return Outcome.flawed(new AgreementFlaw.NotBegun(day, begins));
        }
        return day.isBefore(ends()) ? Outcome.of(shares) : Outcome.flawed(new AgreementFlaw.Ended(day, ends()));
    }

    /** The flaw that somebody gets a share who takes no part, or that the plant ends up with the wrong party. */
    Optional<AgreementFlaw> flawFor(String type, Role expectedOwner) {
        return surplus.parts().keySet().stream()
                .filter(role -> !parties.has(role))
                .<AgreementFlaw>map(AgreementFlaw.NobodyForShare::new)
                .findFirst()
                .or(() -> ownerAfterwards == expectedOwner
                        ? Optional.empty()
                        : Optional.of(new AgreementFlaw.WrongOwner(type, expectedOwner, ownerAfterwards)));
    }
}
