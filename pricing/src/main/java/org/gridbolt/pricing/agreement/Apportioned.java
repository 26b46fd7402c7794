package org.gridbolt.pricing.agreement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.bitcoinj.base.Coin;

/**
 * The coins of one unit, divided.
 *
 * @param whole all of them
 * @param given how many each role got, adding up to the whole
 * @param next the carries with which the next unit is divided
 */
public record Apportioned(Coin whole, Map<Role, Coin> given, CumulativeApportionment next) {

    public Apportioned {
        Map<Role, Coin> copy = new EnumMap<>(Role.class);
        copy.putAll(given);
        copy.values().removeIf(Coin::isZero);
        given = Collections.unmodifiableMap(copy);
        Coin sum = given.values().stream().reduce(Coin.ZERO, Coin::add);
        if (!sum.equals(whole) || given.values().stream().anyMatch(Coin::isNegative)) {
            throw new IllegalArgumentException(whole.getValue() + " coins were divided into " + given);
        }
    }

    /** The coins of that role. */
    public Coin coins(Role role) {
        return given.getOrDefault(role, Coin.ZERO);
    }
}
