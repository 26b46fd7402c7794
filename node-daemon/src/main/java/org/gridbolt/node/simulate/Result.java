package org.gridbolt.node.simulate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.community.CommunityRun;
import org.gridbolt.pricing.community.CommunitySlot;
import org.gridbolt.pricing.community.HomeTotal;
import org.jspecify.annotations.Nullable;

/**
 * What came of an experiment, in whole watt-hours and whole coins.
 *
 * @param rule the market rule's name
 * @param seed where all chance came from
 * @param hours what happened in each hour
 * @param homes what each home has of it, home 1 first
 */
@JsonPropertyOrder({"rule", "seed", "hours", "homes"})
record Result(String rule, long seed, List<Hour> hours, List<Home> homes) {

    private static final int PLACES = 6;

    Result {
        hours = List.copyOf(hours);
        homes = List.copyOf(homes);
    }

    /**
     * An hour of all homes.
     *
     * @param start when it begins
     * @param loadWh what homes used
     * @param sunWh what they made
     * @param peersWh what they sold each other
     * @param fromGridWh what they took from the grid
     * @param toGridWh what they fed into it
     * @param peerPrice the one price among peers, in coins per kilowatt-hour to six places; none when nobody traded or each pair had its
     *     own
     * @param gridPaysCoins what the grid pays; negative when it is paid
     */
    record Hour(
            String start,
            long loadWh,
            long sunWh,
            long peersWh,
            long fromGridWh,
            long toGridWh,
            @Nullable BigDecimal peerPrice,
            long gridPaysCoins) {}

    /**
     * A home over all hours.
     *
     * @param home its number
     * @param loadWh what it used
     * @param sunWh what it made
     * @param fromPeersWh what it bought from peers
     * @param toPeersWh what it sold to them
     * @param fromGridWh what it took from the grid
     * @param toGridWh what it fed into it
     * @param paysCoins what it pays; negative when it is paid
     */
    record Home(
            int home,
            long loadWh,
            long sunWh,
            long fromPeersWh,
            long toPeersWh,
            long fromGridWh,
            long toGridWh,
            long paysCoins) {}

    static Result of(Experiment experiment, CommunityRun run) {
        LocalDateTime start = experiment.from().atStartOfDay();
        List<HomeTotal> totals = run.homes();
        return new Result(
                experiment.rule().name(),
                experiment.seed(),
                IntStream.range(0, run.slots().size())
                        .mapToObj(
                                hour -> hour(start.plusHours(hour), run.slots().get(hour)))
                        .toList(),
                IntStream.range(0, totals.size())
                        .mapToObj(home -> home(home + 1, totals.get(home)))
                        .toList());
    }

    private static Hour hour(LocalDateTime start, CommunitySlot slot) {
        return new Hour(
                start.toString(),
                slot.homes().stream()
                        .mapToLong(home -> home.hour().load().value())
                        .sum(),
                slot.homes().stream()
                        .mapToLong(home -> home.hour().sun().value())
                        .sum(),
                slot.flows().toPeers().value(),
                slot.flows().fromGrid().value(),
                slot.flows().toGrid().value(),
                slot.quotes().peers().map(Result::decimal).orElse(null),
                slot.gridPays().getValue());
    }

    private static BigDecimal decimal(BigFraction price) {
        return price.bigDecimalValue(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static Home home(int number, HomeTotal total) {
        return new Home(
                number,
                total.load().value(),
                total.sun().value(),
                total.flows().fromPeers().value(),
                total.flows().toPeers().value(),
                total.flows().fromGrid().value(),
                total.flows().toGrid().value(),
                total.pays().getValue());
    }
}
