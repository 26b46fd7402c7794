package org.gridbolt.channel.crash;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.New;
import org.gridbolt.channel.state.Running;
import org.gridbolt.channel.testing.Gradings;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** What a channel may go through: what is there before, and then what happens while a process ends. */
enum Course {
    OPENING("opening", Course::unopened, Course::open),
    ROUND(
            "a round: two units offered, committed, accepted, delivered, folded",
            () -> issued(Town.withChannel(), 2),
            Course::trade),
    PENALTY("a default with its penalty", () -> offered(Town.withChannel(), 1), run -> deliver(run, 1, 0)),
    WAIVER(
            "a default whose penalty is waived",
            () -> offered(Town.withChannel(Gradings.of(tenth())), 1),
            run -> deliver(run, 1, 0)),
    TOGETHER("cooperative close", () -> traded(Town.withChannel()), Course::closeTogether),
    ALONE_CONSUMER(
            "close by A alone, two units pending",
            () -> offered(Town.withChannel(), 2),
            run -> closeAlone(run, Party.CONSUMER)),
    ALONE_PRODUCER(
            "close by B alone, two units pending",
            () -> offered(Town.withChannel(), 2),
            run -> closeAlone(run, Party.PRODUCER)),
    WITHOUT_PRODUCER(
            "arbitrated close, B is gone",
            () -> left(Party.PRODUCER),
            run -> closeWithout(run, Party.CONSUMER),
            Party.PRODUCER),
    WITHOUT_CONSUMER(
            "arbitrated close, A is gone",
            () -> left(Party.CONSUMER),
            run -> closeWithout(run, Party.PRODUCER),
            Party.CONSUMER),
    JUSTICE_ON_PRODUCER("B publishes a revoked state", () -> cheated(Town::producer), Course::outlast),
    JUSTICE_ON_CONSUMER("A publishes a revoked state", () -> cheated(Town::consumer), Course::outlast),
    EXPIRY("expiry, one unit delivered before", Course::expiring, Course::expire);

    private static final int UNIT = 250;
    private static final Slot SLOT = new Slot(0);
    private static final int LIFE = 20;
    private static final int NOTICE = 6;

    /** Until the last branch of a unit is open, whoever's version it is on. */
    private static final int ALL_BRANCHES = 3 * 42 + 40;

    /** What is there before. */
    @Immutable
    private interface Scene {
        Town set();
    }

    /** What happens then. */
    @Immutable
    private interface Events {
        void follow(CrashRun run);
    }

    private final String title;
    private final Scene before;
    private final Events events;
    private final Optional<Party> missing;

    Course(String title, Scene before, Events events) {
        this(title, before, events, Optional.empty());
    }

    Course(String title, Scene before, Events events, Party missing) {
        this(title, before, events, Optional.of(missing));
    }

    Course(String title, Scene before, Events events, Optional<Party> missing) {
        this.title = title;
        this.before = before;
        this.events = events;
        this.missing = missing;
    }

    String title() {
        return title;
    }

    /** Whose process may end: not that of a party that is gone. */
    Set<Party> victims() {
        Set<Party> victims = EnumSet.allOf(Party.class);
        missing.ifPresent(victims::remove);
        return victims;
    }

    /** What was before, with {@code victim} ready to end. */
    CrashRun prepare(Party victim) {
        return new CrashRun(before.set(), victim, missing);
    }

    void follow(CrashRun run) {
        events.follow(run);
    }

    private static Graded tenth() {
        return new Graded(new Fraction(1, 10), 0, new PerMille(250));
    }

    private static Town unopened() {
        Town town = Town.withoutChannel();
        town.mine(1);
        return town;
    }

    private static void open(CrashRun run) {
        run.doing(() -> ask(run.town().consumer(), Neighbourhood.CONSUMER_SHARE));
        run.doing(() -> ask(run.town().producer(), Neighbourhood.PRODUCER_SHARE));
        run.mine(3);
    }

    private static void ask(HouseholdRig household, Coin share) {
        if (household.state() instanceof New) {
            household.open(share);
        }
    }

    private static Town issued(Town town, int units) {
        int[] energies = new int[units];
        Arrays.fill(energies, UNIT);
        var unused = town.issue(SLOT, new Price(10_000L * 1_000_000_000L), energies);
        return town;
    }

    private static Town offered(Town town, int units) {
        Town issued = issued(town, units);
        for (int unit = 1; unit <= units; unit++) {
            issued.offer(new UnitNumber(unit));
        }
        return issued;
    }

    /** With one unit delivered and folded. */
    private static Town traded(Town town) {
        CrashRun run = new CrashRun(offered(town, 1), Party.UTILITY, Optional.empty());
        deliver(run, 1, UNIT);
        return town;
    }

    private static void trade(CrashRun run) {
        run.doing(() -> run.town().offer(new UnitNumber(1)));
        run.doing(() -> run.town().offer(new UnitNumber(2)));
        deliver(run, 2, UNIT);
    }

    /** So much of each unit flows; then comes what has to. */
    private static void deliver(CrashRun run, int units, int energy) {
        measure(run, units, energy);
        run.doing(() -> run.town().producer().handle(new Command.Fold()));
        run.mine(16);
    }

    private static void measure(CrashRun run, int units, int energy) {
        run.moveTo(Town.SCHEDULE.end(SLOT).value());
        for (int unit = 1; unit <= units; unit++) {
            UnitNumber number = new UnitNumber(unit);
            run.doing(() -> run.town().producer().measure(number, new WattHours(energy)));
        }
    }

    private static void closeTogether(CrashRun run) {
        run.doing(() -> order(run.town().consumer(), new Command.CloseTogether()));
        run.mine(3);
    }

    private static void order(HouseholdRig household, Command command) {
        if (household.state() instanceof Running) {
            household.handle(command);
        }
    }

    private static void closeAlone(CrashRun run, Party closer) {
        run.doing(() -> order(run.household(closer), new Command.CloseAlone()));
        measure(run, 2, UNIT);
        outlast(run);
    }

    private static void outlast(CrashRun run) {
        run.mineUntilClaimed(ALL_BRANCHES);
    }

    /** One household has not been heard of for the notice. */
    private static Town left(Party missing) {
        Town town = traded(Town.withChannel());
        HouseholdRig household = missing == Party.CONSUMER ? town.producer() : town.consumer();
        town.post().holdBack(letter -> letter.to() == missing || letter.from() == missing);
        household.disconnected(missing);
        town.mine(NOTICE + 1);
        return town;
    }

    private static void closeWithout(CrashRun run, Party left) {
        run.doing(() -> run.household(left).handle(new Command.CloseWithout()));
        run.mine(2 * NOTICE);
    }

    /** A household publishes what it had before the last unit. */
    private static Town cheated(Function<Town, HouseholdRig> cheat) {
        Town town = Town.withChannel();
        Channel old = cheat.apply(town).channel();
        Town traded = traded(town);
        var unused = cheat.apply(traded).cheat(old);
        return traded;
    }

    private static Town expiring() {
        SlotSchedule schedule =
                SlotSchedule.of(new BlockHeight(150), new BlockCount(6), new BlockHeight(150 + LIFE), Windows.DEFAULT);
        Town town = Town.withoutChannel(Conditions.DEFAULT, schedule);
        town.open();
        return offered(town, 1);
    }

    private static void expire(CrashRun run) {
        measure(run, 1, UNIT);
        run.moveTo(150 + LIFE + 4);
    }
}
