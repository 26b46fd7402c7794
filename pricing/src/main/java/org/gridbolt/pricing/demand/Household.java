package org.gridbolt.pricing.demand;

import java.util.List;

/**
 * A prosumer with appliances that can wait.
 *
 * @param name what the plan calls it
 * @param appliances its appliances, each with a name of its own
 */
public record Household(String name, List<Appliance> appliances) {

    public Household {
        appliances = List.copyOf(appliances);
    }
}
