package org.gridbolt.penalty.ruling;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Contract;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * The utility's verdict on every pending unit of a channel, signed by its node key. It fixes verdicts and shares; the coins
 * follow from the state that is split: on the wallet the one of {@code receipt}, on chain the one that confirmed.
 *
 * <p>Tag: {@code gridbolt/ruling/1}. Encoding: channel reference (96), wallet (36), receipt (32), sequence (4), count (4),
 * verdicts (13 each), evidence hash (32), salt (32).
 *
 * @param channel the channel
 * @param wallet its wallet
 * @param receipt the hash of the newest receipt of who signs with the utility: the consumer, or the household that is not missing
 * @param sequence the number of this ruling among the channel's, from 0
 * @param verdicts on every unit that is pending in a newest version of either side, by strictly rising number
 * @param evidence the {@linkplain Evidence#hash hash} of what it rests on
 * @param salt 32 random bytes, so that the hash on chain tells nothing
 */
public record Ruling(
        ChannelRef channel,
        Outpoint wallet,
        Sha256Hash receipt,
        int sequence,
        List<UnitVerdict> verdicts,
        Sha256Hash evidence,
        Bytes salt)
        implements Contract {

    /** The length of the salt in bytes. */
    public static final int SALT_BYTES = 32;

    /** The units of both newest versions, were they all different. */
    static final int VERDICTS_MAX = 2 * Limits.PENDING_UNITS_BOUND;

    private static final Tag TAG = Tag.of("gridbolt/ruling/1");

    public Ruling {
        verdicts = List.copyOf(verdicts);
        if (sequence < 0 || salt.size() != SALT_BYTES || verdicts.size() > VERDICTS_MAX) {
            throw new IllegalArgumentException("no ruling: sequence " + sequence + ", salt of " + salt.size()
                    + " bytes, " + verdicts.size() + " verdicts");
        }
        for (int i = 1; i < verdicts.size(); i++) {
            if (!verdicts.get(i - 1).unit().isBefore(verdicts.get(i).unit())) {
                throw new IllegalArgumentException(
                        "unit numbers rise strictly, not " + verdicts.get(i).unit());
            }
        }
    }

    /** The verdict on {@code unit}, if there is one. */
    public Optional<UnitVerdict> on(UnitNumber unit) {
        return verdicts.stream().filter(verdict -> verdict.unit().equals(unit)).findFirst();
    }

    /** The units with that verdict. */
    public List<UnitNumber> units(Verdict verdict) {
        return verdicts.stream()
                .filter(found -> found.verdict() == verdict)
                .map(UnitVerdict::unit)
                .toList();
    }

    /** The output by which a transaction says that it carries this ruling out. */
    public OpReturnScript note() {
        return new OpReturnScript(hash());
    }

    /** Whether no two rulings can both be right: one sequence for two, or two verdicts on one unit of one channel. */
    public boolean contradicts(Ruling other) {
        if (!channel.equals(other.channel) || equals(other)) {
            return false;
        }
        return sequence == other.sequence || verdicts.stream().anyMatch(other::differsOn);
    }

    private boolean differsOn(UnitVerdict verdict) {
        return on(verdict.unit()).filter(own -> !own.equals(verdict)).isPresent();
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        channel.writeTo(writer);
        writer.outpoint(wallet)
                .hash(receipt)
                .number(sequence)
                .list(verdicts, (out, verdict) -> verdict.writeTo(out))
                .hash(evidence)
                .fixed(salt);
    }

    /** Reads the fields. */
    public static Ruling readFrom(CanonicalReader reader) {
        return new Ruling(
                ChannelRef.readFrom(reader),
                reader.outpoint(),
                reader.hash(),
                reader.number(),
                reader.list(VERDICTS_MAX, UnitVerdict::readFrom),
                reader.hash(),
                reader.fixed(SALT_BYTES));
    }

    /** The ruling that {@code encoding} spells. */
    public static Outcome<Ruling, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, Ruling::readFrom);
    }
}
