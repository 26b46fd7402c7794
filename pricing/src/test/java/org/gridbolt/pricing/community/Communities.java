package org.gridbolt.pricing.community;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.rule.MarketRule;
import org.gridbolt.pricing.market.rule.SupplyDemandRatio;
import org.gridbolt.pricing.profile.HomeHour;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileHour;
import org.gridbolt.pricing.profile.ProfileReader;

/** Communities for tests: two measured days, and small ones written by hand. */
final class Communities {

    static final GridTariff TARIFF = new GridTariff(price("313.7"), price("119.6"));
    static final MarketRule SDR = SupplyDemandRatio.PLAIN;

    private Communities() {}

    /** The measured days 2017-04-15 and 16 of 17 homes; their source stands beside them. */
    static LoadProfile fontana() {
        String name = "fontana-2017-04-15-to-16.csv";
        try (InputStream stream = Communities.class.getResourceAsStream("/profiles/" + name)) {
            return ProfileReader.read(name, Objects.requireNonNull(stream).readAllBytes())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hours of homes, written as load and sun of home 1, load and sun of home 2, and so on. */
    static LoadProfile profile(long[]... hours) {
        LocalDateTime start = LocalDateTime.of(2027, 1, 1, 0, 0);
        return new LoadProfile(
                "by hand",
                IntStream.range(0, hours.length)
                        .mapToObj(hour -> new ProfileHour(start.plusHours(hour), homes(hours[hour])))
                        .toList());
    }

    static CommunityRun run(LoadProfile profile, Scenario scenario) {
        return CommunityRun.of(profile, scenario).orElseThrow();
    }

    static Price price(String coinsPerKwh) {
        return Price.parse(coinsPerKwh).orElseThrow();
    }

    private static List<HomeHour> homes(long[] cells) {
        return IntStream.range(0, cells.length / 2)
                .mapToObj(home -> new HomeHour(new WattHours(cells[2 * home]), new WattHours(cells[2 * home + 1])))
                .toList();
    }
}
