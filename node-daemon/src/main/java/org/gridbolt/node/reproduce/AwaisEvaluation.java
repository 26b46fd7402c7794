package org.gridbolt.node.reproduce;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.node.page.Chart.Ink;
import org.gridbolt.node.page.Picture;
import org.gridbolt.node.reproduce.Drawing.Series;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.agreement.LeaseToOwn;
import org.gridbolt.pricing.agreement.Parties;
import org.gridbolt.pricing.agreement.PremisesRent;
import org.gridbolt.pricing.agreement.RevenueShare;
import org.gridbolt.pricing.agreement.Role;
import org.gridbolt.pricing.agreement.Shares;
import org.gridbolt.pricing.agreement.Terms;
import org.gridbolt.pricing.reputation.Reputation;
import org.gridbolt.pricing.reward.Plant;
import org.gridbolt.pricing.reward.RewardLedger;
import org.gridbolt.pricing.reward.SourceKind;

/** Awais et al.: no formula and no figure is printed; what their words ask for is run on one plant over fifteen years. */
final class AwaisEvaluation implements Evaluation {

    private static final LocalDate BEGIN = LocalDate.of(2027, 1, 1);
    private static final int MONTHS = PremisesRent.MONTHS_MAX;
    private static final Coin PRICE = Coin.valueOf(4_000_000);
    private static final Coin INSTALMENT = Coin.valueOf(45_000);

    @Override
    public Paper paper() {
        return Paper.AWAIS;
    }

    @Override
    public Reproduction run(Consumer<String> progress) {
        progress.accept("fifteen years of three agreements");
        Lives lives = new Lives(PlantLife.of(lease()), PlantLife.of(rent()), PlantLife.of(share()));
        return new Reproduction(
                paper(),
                "A plant of "
                        + Figures.grouped(
                                PlantLife.OWN_USE.plus(PlantLife.SURPLUS).value() / 1_000)
                        + " kWh a month, of which " + PlantLife.SURPLUS.value() / 1_000
                        + " kWh are sold, at 100 coins/kWh for " + MONTHS
                        + " months, under each of the paper's three agreements. The amounts are ours: the paper has none.",
                findings(lives),
                List.of(coins(lives), reputations()));
    }

    /** The plant under each agreement. */
    private record Lives(PlantLife lease, PlantLife rent, PlantLife share) {}

    private static LeaseToOwn lease() {
        return new LeaseToOwn(terms(Role.PROSUMER), PRICE, INSTALMENT);
    }

    private static PremisesRent rent() {
        return new PremisesRent(terms(Role.OWNER), BigFraction.of(1, 5));
    }

    private static RevenueShare share() {
        return new RevenueShare(terms(Role.OWNER));
    }

    private static Terms terms(Role ownerAfterwards) {
        Shares surplus = Shares.between(Role.OWNER, BigFraction.of(2, 3), Role.PROSUMER);
        return new Terms(Parties.of("owner", "prosumer"), BEGIN, MONTHS, ownerAfterwards, surplus);
    }

    private static List<Finding> findings(Lives lives) {
        return List.of(
                new Finding(
                        "energy of a reward token",
                        "section 2.1, table 1",
                        "1 MW",
                        "1 MWh",
                        Verdict.DIFFERS,
                        "A megawatt is a power, and what is rewarded is energy. Tharun and Parvez print a token per MWh of sun."),
                new Finding(
                        "tokens for 10 MWh of sun beside 10 MWh of wind and 1 MWh of water",
                        "section 4.1",
                        "not printed",
                        diverse(),
                        Verdict.OURS,
                        "The paper wants the number of tokens to favour diverse sources and gives no rule. Ours shares the pool's"
                                + " megawatt-hours by a weight that is larger for rare kinds, so that tokens and energy stay equal."),
                new Finding(
                        "years until the owner takes the plant back",
                        "section 4.2",
                        "10-15",
                        PremisesRent.MONTHS_MIN / 12 + "-" + PremisesRent.MONTHS_MAX / 12,
                        Verdict.AGREES,
                        "Other durations are refused."),
                new Finding(
                        "instalments of a plant that costs " + Figures.grouped(PRICE.getValue()) + " coins",
                        "section 4.2",
                        "not printed",
                        String.valueOf(lease().instalments()),
                        Verdict.OURS,
                        "Instalments of " + Figures.grouped(INSTALMENT.getValue()) + " coins, of which the last is "
                                + Figures.grouped(lastInstalment().getValue())
                                + ". From then on the plant and its coins are the prosumer's."),
                total(
                        "lease to own",
                        lives.lease(),
                        "The owner has what is charged for the prosumer's own use too, until the"
                                + " plant is paid for."),
                total(
                        "rent of premises",
                        lives.rent(),
                        "A fifth of what is charged for the prosumer's own use comes back to" + " it as rent."),
                total(
                        "share of revenue",
                        lives.share(),
                        "Own use is free, and two thirds of what is sold are the owner's."),
                new Finding(
                        "rating of a producer that delivered 9 of 10 units",
                        "section 4.2",
                        "not printed",
                        new Reputation(9, 1).mean() + ", surely above " + new Reputation(9, 1).lowerBound(),
                        Verdict.OURS,
                        "The paper asks for ratings and says neither by whom nor of what. Ours counts deliveries, which the chain"
                                + " and the meters prove; a free text proves nothing."),
                new Finding(
                        "who runs the marketplace",
                        "abstract, section 4.2",
                        "nobody; a server",
                        "-",
                        Verdict.CANNOT,
                        "The scheme is called completely decentralized, and its figure has a central marketplace server. Gridbolt"
                                + " says what its utility can do and what not (docs/safety.md)."));
    }

    private static Finding total(String agreement, PlantLife life, String why) {
        return new Finding(
                "coins of the owner and of the prosumer, " + agreement,
                "section 4.2",
                "not printed",
                Figures.grouped(life.total(Role.OWNER)) + " and " + Figures.grouped(life.total(Role.PROSUMER)),
                Verdict.OURS,
                why + " Every unit's coins are divided without a remainder: together they are "
                        + Figures.grouped(life.total(Role.OWNER) + life.total(Role.PROSUMER)) + ".");
    }

    private static Coin lastInstalment() {
        LeaseToOwn lease = lease();
        return lease.nextInstalment(INSTALMENT.multiply(lease.instalments() - 1));
    }

    private static String diverse() {
        RewardLedger ledger = RewardLedger.EMPTY.after(Map.of(
                new Plant(SourceKind.SUN, "1"), new WattHours(10_000_000),
                new Plant(SourceKind.WIND, "2"), new WattHours(10_000_000),
                new Plant(SourceKind.WATER, "3"), new WattHours(1_000_000)));
        return String.join(
                ", ",
                ledger.accounts().entrySet().stream()
                        .map(entry -> entry.getKey().kind().name().toLowerCase(Locale.ROOT) + " "
                                + entry.getValue().energy().value() / 1_000_000.0)
                        .toList());
    }

    private static Picture coins(Lives lives) {
        return new Drawing(
                        "awais-coins",
                        "What the owner has of the plant",
                        "Coins of the owner month by month, instalments included. A lease ends with the last instalment; a rent"
                                + " and a share go on until the plant goes back.",
                        "month",
                        "coins",
                        List.of(
                                series("lease to own", Ink.CONSUMER, lives.lease()),
                                series("rent of premises", Ink.PRODUCER, lives.rent()),
                                series("share of revenue", Ink.UTILITY, lives.share())))
                .picture();
    }

    private static Series series(String name, Ink ink, PlantLife life) {
        return Series.of(name, ink, life.ownerByMonth().stream().mapToDouble(Long::doubleValue));
    }

    private static Picture reputations() {
        return new Drawing(
                        "awais-reputation",
                        "What a reputation is after so many units",
                        "Of a producer that fails every tenth unit: the mean chance that it delivers the next, and what that chance"
                                + " is at least with a credibility of 19/20.",
                        "units",
                        "chance",
                        List.of(
                                Series.of(
                                        "mean",
                                        Ink.ENERGY,
                                        afterUnits().mapToDouble(r -> r.mean().doubleValue())),
                                Series.of(
                                        "lower bound",
                                        Ink.PRICE,
                                        afterUnits()
                                                .mapToDouble(r -> r.lowerBound().doubleValue()))))
                .picture();
    }

    private static Stream<Reputation> afterUnits() {
        return IntStream.rangeClosed(0, 60).mapToObj(units -> new Reputation(units - units / 10, units / 10));
    }
}
