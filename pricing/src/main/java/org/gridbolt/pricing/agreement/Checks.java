package org.gridbolt.pricing.agreement;

import java.util.Optional;
import java.util.function.Supplier;
import org.gridbolt.pricing.Outcome;

/** The two ways out of a flawed agreement: a factory hands the flaw back, a constructor calls it a bug. */
final class Checks {

    private Checks() {}

    static <A> Outcome<A, AgreementFlaw> checked(Optional<AgreementFlaw> flaw, Supplier<A> agreement) {
        return flaw.<Outcome<A, AgreementFlaw>>map(Outcome::flawed).orElseGet(() -> Outcome.of(agreement.get()));
    }

    static void refuse(Optional<AgreementFlaw> flaw) {
        flaw.ifPresent(found -> {
            throw new IllegalArgumentException(found.message());
        });
    }
}
