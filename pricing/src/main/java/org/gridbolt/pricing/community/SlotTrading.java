package org.gridbolt.pricing.community;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridbolt.pricing.LargestRemainder;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.Battery;
import org.gridbolt.pricing.market.Bill;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.RuleFlaw;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.profile.HomeHour;

/**
 * One slot of a community, in the order of Boumaiza and Sanfilippo: a home first uses its own sun, then its battery, then it trades with
 * peers by the scenario's rule, and the grid settles what is left.
 *
 * @param scenario how the community lives
 * @param slot the slot
 * @param homes what each home uses and makes
 * @param batteries each home's battery at the beginning
 */
record SlotTrading(Scenario scenario, Slot slot, List<HomeHour> homes, List<Battery> batteries) {

    /** The slot, or what is wrong with its market. */
    Outcome<CommunitySlot, MarketFlaw> trade() {
        List<Remainder> own = IntStream.range(0, homes.size())
                .mapToObj(i -> Remainder.of(homes.get(i), batteries.get(i)))
                .toList();
        List<Remainder> remainders = scenario.export() ? own : withoutExport(own);
        List<Order> orders = IntStream.range(0, remainders.size())
                .boxed()
                .flatMap(i -> remainders.get(i).order(name(i)).stream()
                        .map(order -> scenario.bidding().complete(i + 1, order)))
                .toList();
        return SlotBook.of(slot, scenario.tariff(), orders)
                .flatMap(scenario.rule()::clear)
                .flatMap(this::withoutRest)
                .map(clearing -> settled(remainders, clearing));
    }

    /** The clearing, or the flaw that it leaves energy to nobody: meters have counted it. */
    private Outcome<Clearing, MarketFlaw> withoutRest(Clearing clearing) {
        WattHours left = WattHours.sum(
                clearing.bills().stream().map(bill -> bill.energy().unmatched()).toList());
        return left.equals(WattHours.ZERO)
                ? Outcome.of(clearing)
                : Outcome.flawed(new RuleFlaw.LeavesEnergy(scenario.rule().name(), slot, left));
    }

    /** Batteries sell what peers still lack; of more sun than peers want, the rest is curtailed. */
    private static List<Remainder> withoutExport(List<Remainder> own) {
        WattHours wanted = sum(own, Remainder::deficit);
        WattHours offered = sum(own, Remainder::surplus);
        List<WattHours> sold = parts(wanted.min(offered), own, Remainder::surplus);
        WattHours lacking = wanted.excessOver(offered);
        WattHours available = sum(own, Remainder::stored);
        List<WattHours> drawn = parts(lacking.min(available), own, Remainder::stored);
        return IntStream.range(0, own.size())
                .mapToObj(i -> own.get(i).selling(sold.get(i)).serving(drawn.get(i)))
                .toList();
    }

    private static WattHours sum(List<Remainder> remainders, Function<Remainder, WattHours> energy) {
        return WattHours.sum(remainders.stream().map(energy).toList());
    }

    private static List<WattHours> parts(
            WattHours whole, List<Remainder> remainders, Function<Remainder, WattHours> weight) {
        List<BigInteger> weights = remainders.stream()
                .map(remainder -> BigInteger.valueOf(weight.apply(remainder).value()))
                .toList();
        return LargestRemainder.divide(BigInteger.valueOf(whole.value()), weights).stream()
                .map(part -> new WattHours(part.longValueExact()))
                .toList();
    }

    private CommunitySlot settled(List<Remainder> remainders, Clearing clearing) {
        Map<Participant, Bill> bills =
                clearing.bills().stream().collect(Collectors.toMap(Bill::participant, Function.identity()));
        List<HomeSlot> settled = new ArrayList<>();
        for (Remainder remainder : remainders) {
            Bill bill = bills.get(new Participant(name(settled.size())));
            settled.add(bill == null ? remainder.alone() : remainder.settled(bill));
        }
        return new CommunitySlot(slot, settled, clearing.grid().pays(), clearing.quotes());
    }

    /** Names in the order of the numbers: the market orders participants by their names. */
    private static String name(int home) {
        return "home %05d".formatted(home + 1);
    }
}
