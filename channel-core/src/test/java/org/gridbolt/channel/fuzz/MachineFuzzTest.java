package org.gridbolt.channel.fuzz;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.testing.MessageExamples;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.Party;
import org.gridbolt.testing.fuzz.AllocationMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each machine in each kind of state goes on with the day that it comes from, while liars put in a word, from every sender.
 * Nothing is thrown, no event costs much memory, coins are conserved in every state that is saved, each reads back as itself
 * and can be taken up again, and the signer is never asked for what it refuses.
 */
class MachineFuzzTest {

    private static final String SEED = "gridbolt.fuzz.seed";
    private static final String TRIES = "gridbolt.fuzz.tries";
    private static final int SHORT = 1_000;
    private static final int LONG = 100_000;
    private static final int EVENTS_MAX = 10;

    /** A run of some length goes more ways than this from one state to another, or the same: else its lies lead nowhere. */
    private static final int WAYS = 75;

    /** In bytes, for an event: the step, the state as it is stored and read again, and the account beside the signer. */
    private static final long ALLOCATION_MAX = 16 << 20;

    private static final List<Party> SENDERS = List.of(Party.values());

    private static final Situations SITUATIONS = Situations.ofSomeDays();
    private static final List<List<Machine>> MACHINES = byKind(SITUATIONS.machines());
    private static final MessageMutation MESSAGES = new MessageMutation(messages(SITUATIONS));

    private static List<ChannelMessage> messages(Situations situations) {
        List<ChannelMessage> messages = new ArrayList<>(MessageExamples.ofEachKind());
        messages.addAll(situations.letters());
        return messages;
    }

    /** The rare kinds are as likely as the frequent ones. */
    private static List<List<Machine>> byKind(List<Machine> machines) {
        return List.copyOf(machines.stream()
                .collect(groupingBy(Machine::name, TreeMap::new, toList()))
                .values());
    }

    @Tag("jazzer")
    @FuzzTest(maxDuration = "1h")
    void whatever_jazzer_tells_a_machine_nothing_is_thrown_and_no_coin_is_lost(FuzzedDataProvider input) {
        String unused = fuzz(new GuidedChance(input), "replay: Jazzer has saved the input");
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void whatever_a_machine_is_told_nothing_is_thrown_and_no_coin_is_lost() {
        run(1, Integer.getInteger(TRIES, SHORT));
    }

    @Tag("deep")
    @Test
    void a_hundred_thousand_times_whatever_a_machine_is_told_nothing_is_thrown_and_no_coin_is_lost() {
        run(1_000_000_000, Integer.getInteger(TRIES, LONG));
    }

    @Test
    void there_is_a_machine_in_every_kind_of_state() {
        Set<Class<?>> kinds = Stream.of(ChannelState.class, UtilityState.class)
                .flatMap(MachineFuzzTest::leaves)
                .collect(Collectors.toSet());

        assertThat(SITUATIONS.places()).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(SITUATIONS.machines())
                .extracting(Machine::name)
                .contains(
                        "CONSUMER Resolving OWN_VERSION",
                        "PRODUCER Resolving PEER_VERSION",
                        "CONSUMER Resolving REVOKED_VERSION",
                        "CONSUMER Burying");
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(MachineFuzzTest::leaves)
                : Stream.of(kind);
    }

    private static void run(long seed, int tries) {
        Long only = Long.getLong(SEED);
        if (only != null) {
            System.out.println(fuzz(new Random(only), ""));
            return;
        }
        Set<String> ways = new TreeSet<>();
        for (long at = seed; at < seed + tries; at++) {
            ways.add(fuzz(new Random(at), "replay: -D" + SEED + "=" + at));
        }
        System.out.println(
                "machines: " + tries + " courses of up to " + EVENTS_MAX + " events went " + ways.size() + " ways");
        assertThat(ways).as("ways from state to state").hasSizeGreaterThan(Math.min(tries / 20, WAYS));
    }

    private static String fuzz(Random random, String replay) {
        Machine machine = any(any(MACHINES, random), random);
        ListIterator<ChannelEvent> due = machine.whatCameNext().listIterator();
        List<ChannelEvent> told = new ArrayList<>();
        try {
            Machine.Ear ear = machine.start();
            for (int count = 1 + random.nextInt(EVENTS_MAX); count > 0; count--) {
                ChannelEvent event = next(due, random);
                told.add(event);
                long before = AllocationMeter.allocated();
                ear.hear(event);
                assertThat(AllocationMeter.allocated() - before)
                        .as("bytes allocated")
                        .isLessThan(ALLOCATION_MAX);
            }
            String way = machine.name() + " -> " + ear.place();
            ear.restart();
            return way;
        } catch (RuntimeException | Error wrong) {
            String course = machine.name() + " was told " + told;
            throw new AssertionError(String.join(System.lineSeparator(), course, replay), wrong);
        }
    }
    /** What was due on that day, a lie in its place or before it, or anything from anybody. */
    private static ChannelEvent next(ListIterator<ChannelEvent> due, Random random) {
        if (!due.hasNext() || random.nextInt(3) == 0) {
            return new MessageReceived(any(SENDERS, random), MESSAGES.next(random));
        }
        ChannelEvent event = due.next();
        if (event instanceof MessageReceived received && random.nextInt(3) == 0) {
            if (random.nextBoolean()) {
                due.previous();
            }
            return new MessageReceived(received.from(), MESSAGES.insteadOf(received.message(), random));
        }
        return event;
    }
}
