package org.gridbolt.pricing.agreement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;

/**
 * What part of a unit's coins each role gets, as exact fractions that add up to one.
 *
 * @param parts the fractions, each above 0; a role without one gets nothing
 */
public record Shares(Map<Role, BigFraction> parts) {

    public Shares {
        Checks.refuse(flawOf(parts));
        parts = withoutZeros(parts);
    }

    /** The shares, or the flaw that one is negative or that they do not add up to one. */
    public static Outcome<Shares, AgreementFlaw> of(Map<Role, BigFraction> parts) {
        return Checks.checked(flawOf(parts), () -> new Shares(parts));
    }

    /** Everything to one role. */
    public static Shares whole(Role role) {
        return new Shares(Map.of(role, BigFraction.ONE));
    }

    /** {@code part}, from 0 to 1, to one role and the rest to the other. */
    public static Shares between(Role role, BigFraction part, Role other) {
        return new Shares(Map.of(role, part, other, BigFraction.ONE.subtract(part)));
    }

    /** The fraction of that role. */
    public BigFraction of(Role role) {
        return parts.getOrDefault(role, BigFraction.ZERO);
    }

    /** These shares after one role gave all of its own to another. */
    public Shares moved(Role from, Role to) {
        Map<Role, BigFraction> moved = new EnumMap<>(Role.class);
        moved.putAll(parts);
        moved.remove(from);
        moved.merge(to, of(from), BigFraction::add);
        return new Shares(moved);
    }

    private static Optional<AgreementFlaw> flawOf(Map<Role, BigFraction> parts) {
        for (Role role : Role.values()) {
            BigFraction part = parts.getOrDefault(role, BigFraction.ZERO);
            if (part.signum() < 0) {
                return Optional.of(new AgreementFlaw.NegativeShare(role, part));
            }
        }
        BigFraction sum = parts.values().stream().reduce(BigFraction.ZERO, BigFraction::add);
        return sum.equals(BigFraction.ONE) ? Optional.empty() : Optional.of(new AgreementFlaw.SharesMissTheWhole(sum));
    }

    private static Map<Role, BigFraction> withoutZeros(Map<Role, BigFraction> parts) {
        Map<Role, BigFraction> kept = new EnumMap<>(parts);
        kept.values().removeIf(part -> part.signum() == 0);
        return Collections.unmodifiableMap(kept);
    }
}
