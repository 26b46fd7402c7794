package org.gridbolt.node.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gridbolt.node.homes.CarriedHomes;
import org.gridbolt.node.terminal.UnusableInput;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileReader;
import org.gridbolt.pricing.profile.TradingDay;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.jspecify.annotations.Nullable;

/**
 * The day that is traded: who, when, at what price and in which units.
 *
 * @param trading the two homes on that day
 * @param rule how demand makes the price
 * @param trades what they trade, slot by slot
 */
record DayPlan(TradingDay trading, QuadraticPrice rule, TradePlan trades) {

    /** What the options ask for; an {@link UnusableInput} when there is no such day. */
    static DayPlan of(DemoOptions.Trade options) {
        QuadraticPrice rule = usable(QuadraticPrice.parse(options.price));
        LoadProfile profile = profile(options.profile);
        TradingDay trading = usable(usable(profile.day(options.day)).between(options.consumer, options.producer));
        return new DayPlan(trading, rule, usable(trading.plan(rule, UnitCutting.DEFAULT)));
    }

    private static LoadProfile profile(@Nullable Path file) {
        return file == null ? CarriedHomes.profile() : usable(ProfileReader.read(file.toString(), content(file)));
    }

    private static byte[] content(Path file) {
        try {
            // One byte more than is read tells a file that is too large, without reading a larger one.
            try (InputStream content = Files.newInputStream(file)) {
                return content.readNBytes(ProfileReader.BYTES_MAX + 1);
            }
        } catch (NoSuchFileException e) {
            throw new UnusableInput("--profile " + file, "there is no such file", "correct the path");
        } catch (IOException e) {
            throw new UnusableInput(
                    "--profile " + file, "it cannot be read (" + e.getMessage() + ")", "name a CSV file");
        }
    }

    private static <T, F extends Flaw> T usable(Outcome<T, F> outcome) {
        return outcome.fold(value -> value, flaw -> {
            throw new UnusableInput(flaw.message());
        });
    }
}
