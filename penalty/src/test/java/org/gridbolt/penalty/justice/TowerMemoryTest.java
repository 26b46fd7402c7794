package org.gridbolt.penalty.justice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.penalty.justice.GuardedChannel.CONTRIBUTIONS;
import static org.gridbolt.penalty.justice.GuardedChannel.number;
import static org.gridbolt.penalty.justice.GuardedChannel.unit;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A tower remembers the secrets of a channel, however many there were, in the room of 49, and punishes any state all the same. */
class TowerMemoryTest {

    private static final int SECRETS_MAX = 49;

    /** Two receipts of each with their signatures, the points of the newest versions, and what says how long the lists are. */
    private static final int BESIDE_SECRETS_MAX = 2_048;

    private final GuardedChannel channel = new GuardedChannel();

    @Test
    void twenty_thousand_secrets_of_each_side_take_the_room_of_49_and_a_state_in_the_middle_is_punished(
            TestReporter reporter) {
        remembers(20_000, reporter);
    }

    @Test
    @Tag("deep")
    void a_million_secrets_of_each_side_take_the_room_of_49_and_a_state_in_the_middle_is_punished(
            TestReporter reporter) {
        remembers(1_000_000, reporter);
    }

    private void remembers(long states, TestReporter reporter) {
        Watchtower tower = towerAt(states);
        Bytes stored = stored(tower);
        reporter.publishEntry("states revoked by each side", Long.toString(states));
        reporter.publishEntry("bytes stored beside the tickets", Integer.toString(stored.size()));

        assertThat(stored.size()).isLessThanOrEqualTo(2 * SECRETS_MAX * PrivateKey.SIZE + BESIDE_SECRETS_MAX);
        Watchtower again = CanonicalReader.decode(stored, in -> Watchtower.readFrom(in, channel.duty))
                .orElseThrow();
        assertThat(again).isEqualTo(tower);
        punishes(again, CONSUMER, states / 2);
        punishes(again, PRODUCER, states / 2 + 1);
        punishes(again, CONSUMER, 0);
        punishes(again, PRODUCER, states - 1);
    }

    /** What the utility stores of a channel for its watch; the tickets it keeps anyway. */
    private static Bytes stored(Watchtower tower) {
        CanonicalWriter writer = new CanonicalWriter();
        tower.writeTo(writer);
        return writer.toBytes();
    }

    private Watchtower towerAt(long newest) {
        RevocationRecord record = new RevocationRecord(
                versions(CONSUMER, newest), versions(PRODUCER, newest), held(CONSUMER, newest), held(PRODUCER, newest));
        return new Watchtower(channel.duty, record, Optional.empty());
    }

    private HeldReceipts held(Party side, long newest) {
        Optional<Signed<StateReceipt>> receipt = Optional.of(signed(side, newest));
        return new HeldReceipts(receipt, receipt);
    }

    /** Fed directly: each point as its owner states it, each secret checked against it and against all before. */
    private VersionRecord versions(Party owner, long newest) {
        VersionRecord record = VersionRecord.empty(owner);
        for (long version = 0; version < newest; version++) {
            record = record.with(receipt(owner, version))
                    .orElseThrow()
                    .revoke(number(version), channel.secret(owner, version))
                    .orElseThrow();
        }
        return record.with(receipt(owner, newest)).orElseThrow();
    }

    private StateReceipt receipt(Party side, long version) {
        return new StateReceipt(
                channel.duty.channel(),
                side,
                channel.tip(side, version),
                channel.tip(side.peer(), version),
                CONTRIBUTIONS,
                PendingUnits.NONE.root(),
                Sha256Hash.ZERO_HASH);
    }

    private Signed<StateReceipt> signed(Party side, long version) {
        return Signed.sign(receipt(side, version), channel.node(side));
    }

    /** Whoever publishes that old version loses its balance there and a pending unit, by a transaction that the interpreter takes. */
    private void punishes(Watchtower tower, Party cheater, long version) {
        List<PendingUnit> units = List.of(unit(10_000, 1));
        Allocation balances = Allocation.of(190_000, 80_000, 20_000);
        Transaction cheat = channel.published(channel.version(cheater, version, balances, units));

        Watchtower alarmed = tower.spent(cheat, new BlockHeight(150), units);

        Transaction justice = alarmed.due(new BlockHeight(152), FeeRate.RELAY, channel.utility.justiceKey())
                .orElseThrow();
        Coin fee = justice.fee(outpoint -> cheat.outputs().get(outpoint.index()));
        assertThat(justice.outputs()).hasSize(1);
        assertThat(justice.outputs().get(0).script())
                .isEqualTo(channel.scripts.payouts().of(cheater.peer()));
        assertThat(justice.outputs().get(0).value().add(fee))
                .isEqualTo(balances.of(cheater).add(Coin.valueOf(10_000)));
        Judge.accepts(justice, cheat);
    }
}
