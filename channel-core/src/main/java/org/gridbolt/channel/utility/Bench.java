package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.Ruling;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.UnitNumber;

/**
 * What the utility has ruled and signed on a channel. A verdict that was ever issued stays the verdict on its unit, also when
 * its ruling was not carried out: a second one that differs, or the preimage of a unit that was ruled a default, would prove
 * the utility a liar.
 *
 * @param rulings how many rulings it has issued: the sequence of the next one
 * @param verdicts all that it has issued, one for each unit, in the order in which they were first issued
 * @param signed what it signed: at most one spend of the wallet
 */
public record Bench(int rulings, List<UnitVerdict> verdicts, SignedSpends signed) {

    /** No ruling and no signature. */
    public static final Bench EMPTY = new Bench(0, List.of(), SignedSpends.NONE);

    public Bench {
        verdicts = List.copyOf(verdicts);
    }

    /** After {@code ruling} is issued. */
    Bench ruled(Ruling ruling) {
        List<UnitVerdict> all = new ArrayList<>(verdicts);
        ruling.verdicts().stream()
                .filter(verdict -> on(verdict.unit()).isEmpty())
                .forEach(all::add);
        return new Bench(Math.addExact(rulings, 1), all, signed);
    }

    Bench signing(SignedSpends next) {
        return new Bench(rulings, verdicts, next);
    }

    /** What was ever ruled on that unit. */
    public Optional<UnitVerdict> on(UnitNumber unit) {
        return verdicts.stream().filter(verdict -> verdict.unit().equals(unit)).findFirst();
    }

    /** Whether that unit was ruled not to be delivered: its preimage is never given out from here. */
    boolean denies(UnitNumber unit) {
        return on(unit).filter(verdict -> verdict.verdict() != Verdict.DELIVERED)
                .isPresent();
    }
}
