package org.gridbolt.node.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.node.terminal.TextTable;
import org.gridbolt.node.terminal.TextTable.Side;
import org.jspecify.annotations.Nullable;

/** A result as a terminal shows it, and as comma-separated values. */
final class ResultText {

    private static final int HOMES_SHOWN = 20;

    private final Result result;

    ResultText(Result result) {
        this.result = result;
    }

    /** Each home, the first of many, and all together. */
    List<String> table() {
        TextTable table = new TextTable(
                Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT);
        table.add("kWh", "load", "sun", "from peers", "to peers", "from grid", "to grid", "pays, coins");
        table.addRule();
        result.homes().stream().limit(HOMES_SHOWN).forEach(home -> add(table, "home " + home.home(), List.of(home)));
        if (result.homes().size() > HOMES_SHOWN) {
            table.add("...", "", "", "", "", "", "", "");
        }
        table.addRule();
        add(table, "all " + result.homes().size(), result.homes());
        return table.lines();
    }

    private static void add(TextTable table, String name, List<Result.Home> homes) {
        table.add(
                name,
                kilowattHours(homes, Result.Home::loadWh),
                kilowattHours(homes, Result.Home::sunWh),
                kilowattHours(homes, Result.Home::fromPeersWh),
                kilowattHours(homes, Result.Home::toPeersWh),
                kilowattHours(homes, Result.Home::fromGridWh),
                kilowattHours(homes, Result.Home::toGridWh),
                Figures.grouped(homes.stream().mapToLong(Result.Home::paysCoins).sum()));
    }

    private static String kilowattHours(List<Result.Home> homes, ToLongFunction<Result.Home> wattHours) {
        return Figures.rounded(
                BigDecimal.valueOf(homes.stream().mapToLong(wattHours).sum(), 3));
    }

    /** Hour by hour. */
    List<String> hours() {
        List<String> lines =
                new ArrayList<>(List.of("start,load_wh,sun_wh,peers_wh,from_grid_wh,to_grid_wh,peer_price,grid_pays"));
        result.hours()
                .forEach(hour -> lines.add(row(
                        hour.start(),
                        hour.loadWh(),
                        hour.sunWh(),
                        hour.peersWh(),
                        hour.fromGridWh(),
                        hour.toGridWh(),
                        price(hour.peerPrice()),
                        hour.gridPaysCoins())));
        return lines;
    }

    private static String price(@Nullable BigDecimal price) {
        return price == null ? "" : price.toPlainString();
    }

    /** Home by home. */
    List<String> homes() {
        List<String> lines = new ArrayList<>(
                List.of("home,load_wh,sun_wh,from_peers_wh,to_peers_wh,from_grid_wh,to_grid_wh,pays_coins"));
        result.homes()
                .forEach(home -> lines.add(row(
                        home.home(),
                        home.loadWh(),
                        home.sunWh(),
                        home.fromPeersWh(),
                        home.toPeersWh(),
                        home.fromGridWh(),
                        home.toGridWh(),
                        home.paysCoins())));
        return lines;
    }

    private static String row(Object... cells) {
        return String.join(",", Stream.of(cells).map(String::valueOf).toList());
    }
}
