package org.gridbolt.channel.codec;

import static org.gridbolt.channel.codec.Codecs.COINS;
import static org.gridbolt.channel.codec.Codecs.HASH;
import static org.gridbolt.channel.codec.Codecs.HEIGHT;
import static org.gridbolt.channel.codec.Codecs.OUTPOINT;
import static org.gridbolt.channel.codec.Codecs.PARTY;
import static org.gridbolt.channel.codec.Codecs.POINT;
import static org.gridbolt.channel.codec.Records.part;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/** The codecs of keys and transactions. */
public final class ChainCodecs {

    /** A unit as a script sees it. */
    public static final Codec<PendingUnit> PENDING_UNIT = Records.of(
            part(PendingUnit::amount, COINS),
            part(PendingUnit::hash, HASH),
            part(PendingUnit::claimableFrom, HEIGHT),
            PendingUnit::new);

    /** A previous transaction may be anybody's: as large as a standard one can be (400,000 weight units). */
    private static final int TRANSACTION_BYTES_MAX = 400_000;

    private static final int MINED_BYTES_MAX = 4_000_000;

    private static final int SCRIPT_BYTES_MAX = 10_000;
    private static final int INPUTS_MAX = 32;

    /** A transaction in its own encoding. */
    public static final Codec<Transaction> TRANSACTION =
            Codecs.map(Codecs.bytes(TRANSACTION_BYTES_MAX), ChainCodecs::transaction, Transaction::serialize);

    /** A transaction that a block holds: who mines need not ask what others relay. */
    public static final Codec<Transaction> MINED =
            Codecs.map(Codecs.bytes(MINED_BYTES_MAX), ChainCodecs::transaction, Transaction::serialize);

    /** An output. */
    public static final Codec<TxOutput> OUTPUT = Records.of(
            part(TxOutput::value, COINS), part(TxOutput::script, Codecs.bytes(SCRIPT_BYTES_MAX)), TxOutput::new);

    /** Coins of all three. */
    public static final Codec<Allocation> ALLOCATION = Records.of(
            part(Allocation::consumer, COINS),
            part(Allocation::producer, COINS),
            part(Allocation::utility, COINS),
            Allocation::new);

    /** A party's static keys. */
    public static final Codec<PartyKeys> PARTY_KEYS = Records.of(
            part(PartyKeys::party, PARTY),
            part(PartyKeys::walletFirst, POINT),
            part(PartyKeys::walletSecond, POINT),
            part(PartyKeys::arbitration, POINT),
            part(PartyKeys::balance, POINT),
            part(PartyKeys::justice, POINT),
            part(PartyKeys::unit, POINT),
            PartyKeys::new);

    /** What a party funds with. */
    public static final Codec<FundingContribution> CONTRIBUTION = Records.of(
            part(FundingContribution::party, PARTY),
            part(FundingContribution::amount, COINS),
            part(FundingContribution::inputs, Codecs.list(input(), INPUTS_MAX)),
            part(FundingContribution::change, Codecs.optional(OUTPUT)),
            FundingContribution::new);

    private ChainCodecs() {}

    private static Codec<FundingInput> input() {
        return Records.of(
                part(FundingInput::outpoint, OUTPOINT),
                part(FundingInput::value, COINS),
                part(FundingInput::previous, TRANSACTION),
                FundingInput::new);
    }

    private static Transaction transaction(Bytes bytes) {
        return Transaction.parse(bytes).orElseThrow(() -> new IllegalArgumentException("no transaction"));
    }
}
