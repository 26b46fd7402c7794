package org.gridbolt.penalty.justice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.penalty.justice.GuardedChannel.CONTRIBUTIONS;
import static org.gridbolt.penalty.justice.GuardedChannel.number;
import static org.gridbolt.penalty.justice.GuardedChannel.unit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.junit.jupiter.api.Test;

class WatchtowerTest {

    private static final BlockHeight CONFIRMED = new BlockHeight(150);
    private static final BlockHeight DUE = new BlockHeight(152);

    private final GuardedChannel channel = new GuardedChannel();

    private Optional<Transaction> due(Watchtower tower, BlockHeight tip) {
        return tower.due(tip, FeeRate.RELAY, channel.utility.justiceKey());
    }

    private Coin feeOf(Transaction justice, Transaction parent) {
        return justice.fee(outpoint -> parent.outputs().get(outpoint.index()));
    }

    @Test
    void commitment_0_published_after_state_5_costs_the_consumer_all_of_its_balance() {
        Transaction cheat = channel.published(channel.version(CONSUMER, 0, CONTRIBUTIONS, List.of()));

        Watchtower tower = channel.towerAt(5).spent(cheat, CONFIRMED, List.of());

        Transaction justice = due(tower, DUE).orElseThrow();
        assertThat(justice.outputs())
                .containsExactly(new TxOutput(
                        Coin.valueOf(200_000).subtract(feeOf(justice, cheat)),
                        channel.scripts.payouts().producer()));
        assertThat(feeOf(justice, cheat)).isBetween(Coin.valueOf(100), Coin.valueOf(300));
        Judge.accepts(justice, cheat);
    }

    @Test
    void a_revoked_version_of_the_producer_pays_its_balance_and_the_units_to_the_consumer() {
        List<PendingUnit> units = List.of(unit(700, 1), unit(9_000, 2));
        Allocation balances = Allocation.of(150_300, 120_000, 20_000);
        Transaction cheat = channel.published(channel.version(PRODUCER, 3, balances, units));

        Watchtower tower =
                channel.towerAt(5).spent(cheat, CONFIRMED, List.of(unit(700, 9), units.get(0), units.get(1)));

        Transaction justice = due(tower, DUE).orElseThrow();
        assertThat(justice.inputs()).hasSize(3);
        assertThat(justice.outputTotal().add(feeOf(justice, cheat))).isEqualTo(Coin.valueOf(129_700));
        assertThat(justice.outputs().get(0).script())
                .isEqualTo(channel.scripts.payouts().consumer());
        Judge.accepts(justice, cheat);
    }

    @Test
    void the_newest_version_is_left_alone() {
        Transaction honest = channel.published(channel.version(CONSUMER, 5, CONTRIBUTIONS, List.of()));

        Watchtower tower = channel.towerAt(5).spent(honest, CONFIRMED, List.of());

        assertThat(tower.finding()).containsInstanceOf(Finding.Standing.class);
        assertThat(due(tower, DUE)).isEmpty();
        assertThat(tower.watched()).isEmpty();
    }

    @Test
    void the_victim_goes_first() {
        Transaction cheat = channel.published(channel.version(CONSUMER, 2, CONTRIBUTIONS, List.of()));
        Watchtower tower = channel.towerAt(5).spent(cheat, CONFIRMED, List.of());

        assertThat(due(tower, CONFIRMED)).isEmpty();
        assertThat(due(tower, new BlockHeight(151))).isEmpty();
        assertThat(due(tower, DUE)).isPresent();
    }

    @Test
    void only_what_the_victim_has_left_is_taken() {
        List<PendingUnit> units = List.of(unit(1_000, 1));
        CommitmentTx version = channel.version(CONSUMER, 2, Allocation.of(199_000, 80_000, 20_000), units);
        Transaction cheat = channel.published(version);
        Watchtower tower = channel.towerAt(5).spent(cheat, CONFIRMED, units);
        int unitIndex = version.outputOf(units.get(0)).orElseThrow().index();

        Watchtower later = tower.outputSpent(cheat.outpoint(unitIndex), new BlockHeight(151));

        assertThat(tower.watched()).hasSize(2).contains(cheat.outpoint(unitIndex));
        Transaction justice = due(later, DUE).orElseThrow();
        assertThat(justice.inputs()).hasSize(1);
        Judge.accepts(justice, cheat);
        assertThat(due(later.outputUnspent(cheat.outpoint(unitIndex)), DUE)
                        .orElseThrow()
                        .inputs())
                .hasSize(2);
    }

    @Test
    void a_spend_of_every_output_ends_the_guard_once_it_is_buried() {
        CommitmentTx version = channel.version(CONSUMER, 2, CONTRIBUTIONS, List.of());
        Transaction cheat = channel.published(version);
        Watchtower tower = channel.towerAt(5).spent(cheat, CONFIRMED, List.of());
        assertThat(tower.isOver(new BlockHeight(400))).isFalse();

        Watchtower taken = tower.outputSpent(tower.watched().get(0), new BlockHeight(160));

        assertThat(due(taken, DUE)).isEmpty();
        assertThat(taken.isOver(new BlockHeight(259))).isFalse();
        assertThat(taken.isOver(new BlockHeight(260))).isTrue();
    }

    @Test
    void a_reorganisation_that_removes_the_cheat_removes_the_punishment() {
        Transaction cheat = channel.published(channel.version(CONSUMER, 2, CONTRIBUTIONS, List.of()));
        Watchtower tower = channel.towerAt(5).spent(cheat, CONFIRMED, List.of());

        assertThat(due(tower.unspent(), DUE)).isEmpty();
        assertThat(tower.unspent()).isEqualTo(channel.towerAt(5));
    }

    @Test
    void knowing_the_secret_of_a_version_revokes_nothing_without_the_receipts() {
        Watchtower tower = channel.towerAt(4)
                .revoke(CONSUMER, number(4), channel.secret(CONSUMER, 4))
                .orElseThrow();
        Transaction newest = channel.published(channel.version(CONSUMER, 4, CONTRIBUTIONS, List.of()));

        Watchtower seen = tower.spent(newest, CONFIRMED, List.of());

        assertThat(seen.finding()).containsInstanceOf(Finding.Standing.class);
        assertThat(due(seen, DUE)).isEmpty();
    }

    @Test
    void a_receipt_without_the_secret_revokes_nothing() {
        Watchtower tower = channel.towerAt(4)
                .receive(channel.receipt(CONSUMER, 5, 5))
                .orElseThrow()
                .receive(channel.receipt(PRODUCER, 5, 5))
                .orElseThrow();
        Transaction before = channel.published(channel.version(CONSUMER, 4, CONTRIBUTIONS, List.of()));

        assertThat(tower.spent(before, CONFIRMED, List.of()).finding()).containsInstanceOf(Finding.Standing.class);
    }

    @Test
    void a_secret_that_arrives_after_the_cheat_still_counts() {
        Watchtower tower = channel.towerAt(4)
                .receive(channel.receipt(CONSUMER, 5, 5))
                .orElseThrow()
                .receive(channel.receipt(PRODUCER, 5, 5))
                .orElseThrow();
        Transaction before = channel.published(channel.version(CONSUMER, 4, CONTRIBUTIONS, List.of()));

        Watchtower late = tower.spent(before, CONFIRMED, List.of())
                .revoke(CONSUMER, number(4), channel.secret(CONSUMER, 4))
                .orElseThrow();

        Judge.accepts(due(late, DUE).orElseThrow(), before);
    }

    @Test
    void balances_too_small_for_an_output_are_found_in_the_anchor() {
        Allocation balances = Allocation.of(299_600, 329, 71);
        CommitmentTx version = channel.version(CONSUMER, 1, balances, List.of());
        Transaction cheat = channel.published(version);

        Watchtower tower = channel.towerAt(3).spent(cheat, CONFIRMED, List.of());

        assertThat(tower.finding()).containsInstanceOf(Finding.Revoked.class);
        Judge.accepts(due(tower, DUE).orElseThrow(), cheat);
    }

    @Test
    void a_unit_without_a_ticket_is_reported_and_not_guessed() {
        Allocation balances = Allocation.of(199_000, 80_000, 20_000);
        Transaction cheat = channel.published(channel.version(CONSUMER, 1, balances, List.of(unit(1_000, 1))));

        Watchtower tower = channel.towerAt(3).spent(cheat, CONFIRMED, List.of(unit(1_000, 2)));

        assertThat(tower.finding())
                .hasValueSatisfying(found -> assertThat(found)
                        .isInstanceOfSatisfying(
                                Finding.Unexplained.class,
                                unexplained -> assertThat(unexplained.revoked()).isTrue()));
        assertThat(due(tower, DUE)).isEmpty();
        assertThat(due(tower.spent(cheat, CONFIRMED, List.of(unit(1_000, 1))), DUE))
                .isPresent();
    }

    @Test
    void the_largest_state_fits_one_justice_transaction() {
        List<PendingUnit> units =
                IntStream.rangeClosed(1, 64).mapToObj(i -> unit(330 + i, i)).toList();
        Coin inUnits = units.stream().map(PendingUnit::amount).reduce(Coin.ZERO, Coin::add);
        Allocation balances = CONTRIBUTIONS.with(CONSUMER, Coin.valueOf(200_000).subtract(inUnits));
        Transaction cheat = channel.published(channel.version(CONSUMER, 1, balances, units));

        Transaction justice =
                due(channel.towerAt(3).spent(cheat, CONFIRMED, units), DUE).orElseThrow();

        assertThat(justice.inputs()).hasSize(65);
        assertThat(justice.vsize()).isLessThanOrEqualTo(10_000);
        Judge.accepts(justice, cheat);
    }

    @Test
    void a_spend_by_another_pair_is_no_commitment() {
        CommitmentTx version = channel.version(CONSUMER, 1, CONTRIBUTIONS, List.of());
        Transaction close = new Transaction(
                2,
                List.of(version.unsigned()
                        .inputs()
                        .get(0)
                        .withWitness(channel.published(version).inputs().get(0).witness())),
                List.of(new TxOutput(
                        Coin.valueOf(299_000), channel.scripts.payouts().consumer())),
                0);

        assertThat(channel.towerAt(3).spent(close, CONFIRMED, List.of()).finding())
                .contains(new Finding.Settled(Branch.CONSUMER_AND_PRODUCER, Optional.empty()));
        assertThat(channel.towerAt(3)
                        .spent(version.unsigned(), CONFIRMED, List.of())
                        .finding())
                .containsInstanceOf(Finding.Impossible.class);
    }

    @Test
    void what_may_be_taken_of_a_version_is_its_owners() {
        for (Party owner : List.of(CONSUMER, PRODUCER)) {
            CommitmentTx version = channel.version(owner, 1, CONTRIBUTIONS, List.of());
            Transaction cheat = channel.published(version);
            Watchtower tower = channel.towerAt(2).spent(cheat, CONFIRMED, List.of());
            CommitmentOutput balance = version.balanceOf(owner).orElseThrow();

            assertThat(tower.watched()).containsExactly(cheat.outpoint(balance.index()));
            assertThat(due(tower, DUE).orElseThrow().outputs().get(0).script())
                    .isEqualTo(channel.scripts.payouts().of(owner.peer()));
        }
    }
}
