package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.testing.Gradings;
import org.gridbolt.channel.testing.StoredExamples;
import org.gridbolt.channel.testing.StoredExamples.Example;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every state that a utility ever stored stays readable. */
class StoredStatesTest {

    private static final long PRICE = 5_000_000_000_000L;
    private static final String OF_TOWN = "town-";

    private static final UtilityBench BENCH = new UtilityBench();
    private static final Town TOWN = waived();

    /** A unit is delivered, another one fails; the consumer signs, and the penalty is buried. */
    private static UtilityBench penalty() {
        UtilityBench bench = UtilityBench.trading();
        List<Ticket> units = bench.issue(2, PRICE, 250, 250);
        bench.accept(units);
        bench.deliver(units.get(0));
        bench.measure(units.get(1), 200);
        bench.tick(units.get(1).deadlines().deliverBy().value() + 4);
        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        PenaltyTx penalty = RulingMaker.penalty(bench.channel(), issued.get(0).file());
        bench.step(Households.says(
                CONSUMER,
                new PenaltySigned(
                        penalty.ruling(),
                        penalty.txid(),
                        penalty.sign(bench.households.secrets(CONSUMER).walletKeyWith(UTILITY)))));
        bench.spent(bench.published(Purpose.PENALTY).get(0));
        bench.tick(bench.tip().value() + 101);
        return bench;
    }

    /** The consumer closes with the utility, since the producer is gone. */
    private static UtilityBench arbitrated() {
        UtilityBench bench = UtilityBench.trading();
        List<Ticket> units = bench.issue(2, PRICE, 250);
        bench.accept(units);
        bench.deliver(units.get(0));
        int from = bench.tip().value() + 1;
        bench.tick(from + 6);
        bench.step(Households.says(
                CONSUMER,
                new AbsenceReported(Signed.sign(
                        new PeerAbsence(
                                bench.households.ref(), CONSUMER, new BlockHeight(from), new BlockHeight(from + 6)),
                        Households.node(CONSUMER)))));
        bench.tick(from + 6 + 4);
        return bench;
    }

    /** A default whose penalty is waived. */
    private static Town waived() {
        Town town = Town.withChannel(Gradings.of(new Graded(new Fraction(1, 10), 0, PerMille.ZERO)));
        UnitNumber unit = town.issue(new Slot(0), new Price(10_000L * 1_000_000_000L), 250)
                .get(0);
        town.offer(unit);
        town.measure(town.consumer().channel().context().ref(), new Slot(0), unit, 0);
        town.mine(14);
        return town;
    }

    @BeforeAll
    static void addMissing() {
        if (!StoredExamples.isRewriting()) {
            return;
        }
        StoredExamples examples = StoredExamples.of("utility", UtilityCodec.VERSION);
        for (UtilityBench lived : List.of(penalty(), arbitrated())) {
            lived.lived.forEach((name, state) -> addWithRestored(examples, "bench-" + name, state));
        }
        TOWN.utility().lived().forEach((name, state) -> addWithRestored(examples, OF_TOWN + name, state));
    }

    private static void addWithRestored(StoredExamples examples, String name, UtilityState state) {
        add(examples, name, state);
        state.restored()
                .map(UtilityTransition::next)
                .filter(restored -> !restored.equals(state))
                .ifPresent(restored -> add(examples, name + "-restored", restored));
    }

    private static void add(StoredExamples examples, String name, UtilityState state) {
        StoredUtility stored = codec(name).encode(state);
        examples.add(name.replace(' ', '-'), stored.head(), stored.journal().since(0));
    }

    private static UtilityCodec codec(String name) {
        return name.startsWith(OF_TOWN)
                ? new UtilityCodec(TOWN.utility().profile(), TOWN.utility().plan())
                : new UtilityCodec(BENCH.profile, BENCH.plan);
    }

    private static UtilityState decode(String name, Example example) {
        return codec(name)
                .decode(new StoredUtility(example.head(), Journal.of(example.journal())))
                .orElseThrow();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(StoredStatesTest::leaves)
                : Stream.of(type);
    }

    @Test
    void there_is_a_stored_example_of_every_state() {
        Set<String> kinds = StoredExamples.of("utility", UtilityCodec.VERSION).all().entrySet().stream()
                .map(entry ->
                        decode(entry.getKey(), entry.getValue()).getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(kinds)
                .containsAll(leaves(UtilityState.class)
                        .<String>map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void every_stored_example_reads_back_and_is_written_again_as_it_was() {
        for (int version = 1; version <= UtilityCodec.VERSION; version++) {
            for (Map.Entry<String, Example> entry :
                    StoredExamples.of("utility", version).all().entrySet()) {
                UtilityState state = decode(entry.getKey(), entry.getValue());
                StoredUtility again = codec(entry.getKey()).encode(state);
                Example written = new Example(again.head(), again.journal().since(0));

                assertThat(written.journal()).isEqualTo(entry.getValue().journal());
                assertThat(decode(entry.getKey(), written)).isEqualTo(state);
                if (version == UtilityCodec.VERSION) {
                    assertThat(written.head())
                            .as(entry.getKey())
                            .isEqualTo(entry.getValue().head());
                }
            }
        }
    }
}
