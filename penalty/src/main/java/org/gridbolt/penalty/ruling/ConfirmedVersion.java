package org.gridbolt.penalty.ruling;

import java.util.List;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.justice.CommitmentReader;

/**
 * The version that confirmed, with what opens its scripts to somebody who knows nothing of the channel. Nothing in it is signed: it
 * counts where the transaction comes out of it again, and then there is no other reading of the outputs.
 *
 * <p>Encoding: A's and B's static keys (6 times 33 each), owner (1: 0 for A, 1 for B), number (8), point (33), count (4) and units
 * (coins 8, hash 32, height 4 each), the transaction (byte string).
 *
 * @param consumer the static keys of A
 * @param producer the static keys of B
 * @param version whose version of which state it is, and its point
 * @param units its pending units, more of them changing nothing
 * @param published the transaction
 */
public record ConfirmedVersion(
        PartyKeys consumer, PartyKeys producer, CommitmentVersion version, List<PendingUnit> units, Bytes published) {

    private static final int CONSUMER = 0;
    private static final int PRODUCER = 1;

    public ConfirmedVersion {
        units = List.copyOf(units);
    }

    /** What confirmed, as its household knows it. */
    public static ConfirmedVersion of(CommitmentTx version) {
        ChannelKeyRing keys = version.wallet().scripts().keys();
        return new ConfirmedVersion(
                keys.consumer(),
                keys.producer(),
                version.version(),
                version.units(),
                version.unsigned().serialize());
    }

    /** The version, if it is one of the wallet at {@code outpoint} under {@code terms}. */
    Optional<CommitmentTx> rebuilt(Terms terms, Outpoint outpoint) {
        PartyKeys utility = terms.identity().utilityKeys();
        if (ChannelKeyRing.repeatedKey(consumer, producer, utility).isPresent()) {
            return Optional.empty();
        }
        ChannelScripts scripts = terms.scripts(new ChannelKeyRing(consumer, producer, utility));
        FundedWallet wallet = new FundedWallet(scripts, outpoint, terms.walletTotal());
        List<PendingUnit> possible =
                units.stream().filter(unit -> isPossible(unit, terms)).toList();
        return Transaction.parse(published)
                .flatMap(transaction -> new CommitmentReader(wallet, version, transaction).read(possible));
    }

    private static boolean isPossible(PendingUnit unit, Terms terms) {
        return !unit.amount().isLessThan(terms.limits().dustLimit())
                && unit.claimableFrom().value() > 0;
    }

    void writeTo(CanonicalWriter writer) {
        consumer.all().forEach(writer::key);
        producer.all().forEach(writer::key);
        writer.octet(version.owner() == Party.CONSUMER ? CONSUMER : PRODUCER)
                .state(version.number())
                .key(version.point())
                .list(
                        units,
                        (out, unit) ->
                                out.coins(unit.amount()).hash(unit.hash()).height(unit.claimableFrom()))
                .bytes(published);
    }

    static ConfirmedVersion readFrom(CanonicalReader reader) {
        return new ConfirmedVersion(
                keys(reader, Party.CONSUMER),
                keys(reader, Party.PRODUCER),
                new CommitmentVersion(
                        reader.octet(PRODUCER) == CONSUMER ? Party.CONSUMER : Party.PRODUCER,
                        reader.state(),
                        reader.key()),
                reader.list(Limits.PENDING_UNITS_BOUND, ConfirmedVersion::unit),
                reader.bytes(FraudProofCodec.TRANSACTION_BYTES_MAX));
    }

    private static PartyKeys keys(CanonicalReader reader, Party party) {
        return new PartyKeys(party, reader.key(), reader.key(), reader.key(), reader.key(), reader.key(), reader.key());
    }

    private static PendingUnit unit(CanonicalReader reader) {
        return new PendingUnit(reader.coins(), reader.hash(), reader.height());
    }
}
