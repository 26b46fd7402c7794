package org.gridbolt.pricing.agreement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who takes part in an agreement. There is always an owner and a prosumer; consumer, grid and third party are there when the
 * agreement names them.
 *
 * @param names what each party is called
 */
public record Parties(Map<Role, String> names) {

    public Parties {
        names = Collections.unmodifiableMap(new EnumMap<>(names));
        if (!names.containsKey(Role.OWNER) || !names.containsKey(Role.PROSUMER)) {
            throw new IllegalArgumentException("an agreement has an owner and a prosumer, not only " + names);
        }
    }

    /** The two parties that every agreement has. */
    public static Parties of(String owner, String prosumer) {
        return new Parties(Map.of(Role.OWNER, owner, Role.PROSUMER, prosumer));
    }

    /** The same parties, and one more. */
    public Parties with(Role role, String name) {
        Map<Role, String> more = new EnumMap<>(names);
        more.put(role, name);
        return new Parties(more);
    }

    /** Whether somebody has that role. */
    public boolean has(Role role) {
        return names.containsKey(role);
    }
}
