package org.gridbolt.pricing.community;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.MicroWattHours;

/**
 * One home over all slots. What it made and bought is what it used, sold, curtailed, lost in its battery and has in it, to the last
 * micro-watt-hour.
 *
 * @param load what it used
 * @param sun what it made
 * @param ownUse what it used of that at once
 * @param flows what it traded
 * @param lost what its battery lost
 * @param charge what is in its battery at the end; there was nothing at the beginning
 * @param pays the whole coins it pays; negative when it is paid
 */
public record HomeTotal(
        WattHours load,
        WattHours sun,
        WattHours ownUse,
        Flows flows,
        MicroWattHours lost,
        MicroWattHours charge,
        Coin pays) {

    /** An {@link IllegalArgumentException} when energy appears or gets lost. */
    public HomeTotal {
        MicroWattHours in = MicroWattHours.of(sun.plus(flows.in()));
        MicroWattHours out =
                MicroWattHours.of(load.plus(flows.out())).plus(lost).plus(charge);
        if (!in.equals(out)) {
            throw new IllegalArgumentException("a home had " + in + " and used " + out);
        }
    }

    /** The sum of a home's slots, at least one, which began with an empty battery. */
    static HomeTotal of(List<HomeSlot> slots) {
        return new HomeTotal(
                WattHours.sum(slots.stream().map(slot -> slot.hour().load()).toList()),
                WattHours.sum(slots.stream().map(slot -> slot.hour().sun()).toList()),
                WattHours.sum(slots.stream().map(HomeSlot::ownUse).toList()),
                CommunitySlot.flows(slots.stream()),
                slots.stream().map(slot -> slot.battery().lost()).reduce(MicroWattHours.ZERO, MicroWattHours::plus),
                slots.get(slots.size() - 1).battery().after().charge(),
                slots.stream().map(HomeSlot::pays).reduce(Coin.ZERO, Coin::add));
    }

    /** The sums of two homes. */
    HomeTotal plus(HomeTotal other) {
        return new HomeTotal(
                load.plus(other.load),
                sun.plus(other.sun),
                ownUse.plus(other.ownUse),
                flows.plus(other.flows),
                lost.plus(other.lost),
                charge.plus(other.charge),
                pays.add(other.pays));
    }
}
