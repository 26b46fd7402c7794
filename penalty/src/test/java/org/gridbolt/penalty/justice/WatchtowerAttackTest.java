package org.gridbolt.penalty.justice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.penalty.justice.GuardedChannel.number;

import java.util.List;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.junit.jupiter.api.Test;

/** Households, alone or with a miner, that would blind the watchtower or make it promise more than it holds. */
class WatchtowerAttackTest {

    private final GuardedChannel channel = new GuardedChannel();

    private static Watchtower stored(Watchtower tower) {
        CanonicalWriter writer = new CanonicalWriter();
        tower.writeTo(writer);
        return CanonicalReader.decode(writer.toBytes(), reader -> Watchtower.readFrom(reader, tower.duty()))
                .value()
                .orElseThrow();
    }

    /** A household that sleeps on this word would lose what the published version holds. */
    @Test
    void nothing_is_called_covered_that_would_not_be_punished() {
        Watchtower tower = channel.towerAt(1);
        for (long version = 2; version <= 6; version++) {
            tower = tower.receive(channel.receipt(CONSUMER, version, version))
                    .orElseThrow()
                    .revoke(CONSUMER, number(version - 1), channel.secret(CONSUMER, version - 1))
                    .orElseThrow();
        }

        assertThat(tower.covered(CONSUMER)).contains(number(2));
        assertThat(tower.record().isRevoked(CONSUMER, number(1))).isTrue();
        assertThat(tower.record().isRevoked(CONSUMER, number(2))).isFalse();
    }

    @Test
    void a_receipt_of_the_last_state_there_is_stops_no_tower() {
        long last = (1L << 47) - 1;
        Watchtower tower = Watchtower.over(channel.duty)
                .receive(extreme(CONSUMER, last, 100))
                .orElseThrow()
                .receive(extreme(PRODUCER, last, 100))
                .orElseThrow();

        assertThat(tower.receive(extreme(CONSUMER, last, 101)).flaw())
                .containsInstanceOf(TowerFlaw.Contradiction.class);
        assertThat(tower.covered(CONSUMER)).contains(number(0));
    }

    private Signed<StateReceipt> extreme(Party side, long version, long consumers) {
        VersionTip own = new VersionTip(number(version), channel.tip(side, 0).point());
        VersionTip peer =
                new VersionTip(number(version), channel.tip(side.peer(), 0).point());
        StateReceipt content = new StateReceipt(
                channel.duty.channel(),
                side,
                own,
                peer,
                Allocation.of(consumers, 300_000 - consumers, 0),
                PendingUnits.NONE.root(),
                channel.duty.channel().termsHash());
        return Signed.sign(content, channel.node(side));
    }

    /** Both households could sign such a version to make what the utility has stored unreadable. */
    @Test
    void a_version_with_more_units_than_the_terms_allow_is_stored_and_read_back() {
        List<PendingUnit> units = IntStream.rangeClosed(1, 65)
                .mapToObj(hash -> GuardedChannel.unit(330, hash))
                .toList();
        Coin inUnits = Coin.valueOf(65 * 330);
        Allocation balances = Allocation.of(200_000 - inUnits.value, 80_000, 20_000);
        CommitmentTx version = channel.version(CONSUMER, 0, balances, units);
        Watchtower tower = channel.towerAt(5).spent(channel.published(version), new BlockHeight(500), units);

        assertThat(tower.finding()).containsInstanceOf(Finding.Revoked.class);
        assertThat(stored(tower)).isEqualTo(tower);
    }

    @Test
    void a_spender_that_only_a_miner_takes_is_stored_and_read_back() {
        TxInput large = new TxInput(
                new Outpoint(channel.wallet.outpoint().txid(), 7), Bytes.of(new byte[900_000]), 0, List.of());
        Transaction spender = new Transaction(
                2,
                List.of(TxInput.unsigned(channel.wallet.outpoint(), 0), large),
                List.of(new TxOutput(Coin.ZERO, Bytes.EMPTY)),
                0);
        Watchtower tower = channel.towerAt(1).spent(spender, new BlockHeight(500), List.of());

        assertThat(stored(tower)).isEqualTo(tower);
    }
}
