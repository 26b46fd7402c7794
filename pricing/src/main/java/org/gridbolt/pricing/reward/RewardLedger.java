package org.gridbolt.pricing.reward;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridbolt.pricing.LargestRemainder;
import org.gridbolt.pricing.WattHours;

/**
 * The reward tokens of all plants: as many as the energy they verifiably made has megawatt-hours, more of them for kinds that
 * are rare.
 *
 * <p>The energy of one period is a pool {@code E}, of which a kind made {@code E_k}. A plant that made {@code e} is credited
 * with {@code E} times its part of the weights {@code e (2 E - E_k)}, in whole watt-hours by {@link LargestRemainder}. A kind
 * that is alone is credited with what it made. Beside others its watt-hour counts the more the less there is of it, at most
 * twice as much as that of any other kind. Credited in a period is exactly what was made in it, so a token is a megawatt-hour of
 * the pool for ever; a plant's rounding is less than a watt-hour a period.
 *
 * <p>Tharun and Parvez 2021, section 2.D, give one token per megawatt-hour of sun; Awais et al., sections 2.1 and 4.1, print "1
 * MW", which is no energy, and ask for a quantity that encourages different sources without saying which.
 *
 * @param accounts what each plant has, in the order of the plants
 */
public record RewardLedger(SortedMap<Plant, RewardAccount> accounts) {

    /** Before the first period. */
    public static final RewardLedger EMPTY = new RewardLedger(new TreeMap<>());

    public RewardLedger {
        accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
    }

    /**
     * After one more period.
     *
     * @param verified what each plant made in it, as registered meters signed it
     */
    public RewardLedger after(Map<Plant, WattHours> verified) {
        SortedMap<Plant, RewardAccount> next = new TreeMap<>(accounts);
        credits(verified)
                .forEach((plant, energy) -> next.put(plant, account(plant).credited(energy)));
        return new RewardLedger(next);
    }

    /** The account of that plant. */
    public RewardAccount account(Plant plant) {
        return accounts.getOrDefault(plant, RewardAccount.EMPTY);
    }

    /** The tokens of all plants. */
    public long tokens() {
        return accounts.values().stream().mapToLong(RewardAccount::tokens).reduce(0, Math::addExact);
    }

    /** The energy for which all plants were ever credited. */
    public WattHours energy() {
        return WattHours.sum(
                accounts.values().stream().map(RewardAccount::energy).toList());
    }

    /** What each plant is credited with for one period, adding up to what all of them made. */
    public static SortedMap<Plant, WattHours> credits(Map<Plant, WattHours> verified) {
        SortedMap<Plant, WattHours> plants = new TreeMap<>(verified);
        BigInteger pool = exact(WattHours.sum(plants.values()));
        List<BigInteger> parts = LargestRemainder.divide(pool, weights(plants, pool));
        SortedMap<Plant, WattHours> credits = new TreeMap<>();
        plants.keySet()
                .forEach(plant -> credits.put(
                        plant, new WattHours(parts.get(credits.size()).longValueExact())));
        return credits;
    }

    private static List<BigInteger> weights(SortedMap<Plant, WattHours> plants, BigInteger pool) {
        Map<SourceKind, WattHours> ofKind = new EnumMap<>(SourceKind.class);
        plants.forEach((plant, energy) -> ofKind.merge(plant.kind(), energy, WattHours::plus));
        List<BigInteger> weights = new ArrayList<>();
        plants.forEach((plant, energy) -> weights.add(exact(energy)
                .multiply(pool.shiftLeft(1).subtract(exact(ofKind.getOrDefault(plant.kind(), energy))))));
        return weights;
    }

    private static BigInteger exact(WattHours energy) {
        return BigInteger.valueOf(energy.value());
    }
}
