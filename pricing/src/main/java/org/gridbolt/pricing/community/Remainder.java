package org.gridbolt.pricing.community;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.Battery;
import org.gridbolt.pricing.battery.BatteryStep;
import org.gridbolt.pricing.market.Bill;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.profile.HomeHour;

/**
 * A home after it used its own sun and its battery.
 *
 * @param hour what it uses and makes
 * @param battery what its battery does
 * @param deficit what it still needs
 * @param surplus what it has left to sell
 * @param curtailed what it has left that nobody takes
 */
record Remainder(HomeHour hour, BatteryStep battery, WattHours deficit, WattHours surplus, WattHours curtailed) {

    static Remainder of(HomeHour hour, Battery battery) {
        BatteryStep step = hour.surplus().equals(WattHours.ZERO)
                ? battery.discharge(hour.netDemand())
                : battery.charge(hour.surplus());
        return new Remainder(
                hour, step, hour.netDemand().minus(step.given()), hour.surplus().minus(step.taken()), WattHours.ZERO);
    }

    /** What its battery could give to peers; nothing in a slot in which it is charged. */
    WattHours stored() {
        return battery.taken().equals(WattHours.ZERO)
                ? battery.before().available().minus(battery.given())
                : WattHours.ZERO;
    }

    /** The same home selling only that much of its surplus and curtailing the rest. */
    Remainder selling(WattHours sold) {
        return new Remainder(hour, battery, deficit, sold, curtailed.plus(surplus.minus(sold)));
    }

    /** The same home with its battery giving that much more, to peers. */
    Remainder serving(WattHours drawn) {
        if (drawn.equals(WattHours.ZERO)) {
            return this;
        }
        BatteryStep more = battery.before().discharge(battery.given().plus(drawn));
        return new Remainder(hour, more, deficit, surplus.plus(drawn), curtailed);
    }

    /** What it asks of the market: nothing when it is balanced. */
    Optional<Order> order(String name) {
        if (!deficit.equals(WattHours.ZERO)) {
            return Optional.of(Order.buy(name, name, deficit));
        }
        return surplus.equals(WattHours.ZERO) ? Optional.empty() : Optional.of(Order.sell(name, name, surplus));
    }

    /** The slot of a home that did not trade. */
    HomeSlot alone() {
        return new HomeSlot(hour, battery, Flows.NONE.curtailing(curtailed), Coin.ZERO);
    }

    /** The slot of a home with that bill, of a rule that leaves nothing unmatched. */
    HomeSlot settled(Bill bill) {
        WattHours withPeers = bill.energy().withPeers();
        WattHours withGrid = bill.energy().withGrid();
        Flows flows =
                deficit.equals(WattHours.ZERO) ? Flows.sold(withPeers, withGrid) : Flows.bought(withPeers, withGrid);
        return new HomeSlot(hour, battery, flows.curtailing(curtailed), bill.pays());
    }
}
