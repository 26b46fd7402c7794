package org.gridbolt.penalty.contract;

import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.Payouts;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;

/**
 * The contract of one channel, signed by the utility. Both households check it before they use it: {@link #check} for the
 * bounds that protect money, {@link #checkKeyId} against what the household itself drew.
 *
 * <p>Tag: {@code gridbolt/terms/1}. Encoding: identity, contributions (A's, B's, U's coins, 8 each), windows, depths, schedule,
 * limits, clauses.
 *
 * @param identity who is bound, and on which chain
 * @param contributions what each puts into the wallet
 * @param windows how long things take in a dispute
 * @param depths how deep in the chain things count
 * @param schedule where slots lie in the chain
 * @param limits how much may be at stake
 * @param clauses policy, fees and template
 */
public record Terms(
        Identity identity,
        Allocation contributions,
        Windows windows,
        Depths depths,
        SlotSchedule schedule,
        Limits limits,
        Clauses clauses)
        implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/terms/1");

    /** The default terms of a channel funded like that. */
    public static Terms defaults(Identity identity, Allocation contributions, SlotSchedule schedule) {
        return new Terms(
                identity,
                contributions,
                Windows.DEFAULT,
                Depths.DEFAULT,
                schedule,
                Limits.defaults(contributions),
                Clauses.DEFAULT);
    }

    /** The first bound that these terms break, if any. */
    public Optional<TermsFlaw> check() {
        return TermsCheck.firstFlaw(this);
    }

    /**
     * Whether the terms echo the key id that this household drew, and it was never used before: under an old one, the
     * secrets of an old channel would be those of this one.
     *
     * <p>MUST 3.3: another key id than was drawn, or a used one, is refused.
     *
     * @param side whose key id is checked
     * @param drawn what that household drew for this channel
     * @param used all that it ever used
     */
    public Optional<TermsFlaw> checkKeyId(Party side, KeyId drawn, Set<KeyId> used) {
        KeyId echoed = identity.household(side).keyId();
        if (!echoed.equals(drawn)) {
            return Optional.of(new TermsFlaw.ForeignKeyId(side, echoed, drawn));
        }
        return used.contains(echoed) ? Optional.of(new TermsFlaw.UsedKeyId(side, echoed)) : Optional.empty();
    }

    /** W: what the wallet holds. */
    public Coin walletTotal() {
        return contributions.total();
    }

    /** Where the three are paid; an {@link IllegalArgumentException} when {@link #check} finds a script unpayable. */
    public Payouts payouts() {
        return new Payouts(
                identity.payoutScript(Party.CONSUMER),
                identity.payoutScript(Party.PRODUCER),
                identity.payoutScript(Party.UTILITY));
    }

    /**
     * The scripts of the channel, once the households have exchanged their keys; an {@link IllegalArgumentException} when
     * {@link #check} finds a flaw, or when {@code keys} are not with the utility's keys of these terms.
     */
    public ChannelScripts scripts(ChannelKeyRing keys) {
        if (!keys.utility().equals(identity.utilityKeys())) {
            throw new IllegalArgumentException("other keys of the utility than the terms name");
        }
        return new ChannelScripts(keys, clauses.template(), windows.csv(), limits.dustLimit(), payouts());
    }

    /** The default heights of a unit in {@code slot}. */
    public Deadlines deadlines(Slot slot) {
        return schedule.deadlines(slot, windows);
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        identity.writeTo(writer);
        Allocations.write(writer, contributions);
        windows.writeTo(writer);
        depths.writeTo(writer);
        schedule.writeTo(writer);
        limits.writeTo(writer);
        clauses.writeTo(writer);
    }

    /** Reads the fields. */
    public static Terms readFrom(CanonicalReader reader) {
        return new Terms(
                Identity.readFrom(reader),
                Allocations.read(reader),
                Windows.readFrom(reader),
                Depths.readFrom(reader),
                SlotSchedule.readFrom(reader),
                Limits.readFrom(reader),
                Clauses.readFrom(reader));
    }

    /** The terms that {@code encoding} spells. */
    public static Outcome<Terms, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, Terms::readFrom);
    }
}
