package org.gridbolt.penalty.ruling;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * What shows anybody who knows the utility's node key that the utility lied. A household stores it and may publish it.
 *
 * <p>Encoding: kind (1: 0 a default or cancellation of a revealed unit, 1 contradictory rulings, 2 a claim of a revealed unit, 3 a spend
 * without a ruling, 4 a penalty after its waiver, 5 claims of defaulted units against the ruling,
 * 6 contradictory receipts), then the fields.
 */
public sealed interface FraudProof {

    /** Whether it convicts the party with that node key: the utility, or a household where the kind says so. */
    boolean convicts(PublicKey accused);

    /** Who is accused. */
    default Party accused() {
        return Party.UTILITY;
    }

    /** One line for a person. */
    String message();

    /** The bytes to store. */
    Bytes encode();

    /** The ruling by showing which the utility clears itself, if there can be one: until then this accuses and does not convict. */
    default Optional<Sha256Hash> answer() {
        return Optional.empty();
    }

    /** The transactions that must stand in the chain, if it rests on any: anybody can write down one that was never signed. */
    default List<Bytes> mined() {
        return List.of();
    }

    /** The proof that {@code bytes} spell; whether it convicts is another question. */
    static Outcome<FraudProof, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(bytes, FraudProofCodec::readFrom);
    }

    /**
     * The utility ruled that a unit was not delivered, a default or nobody's fault, and revealed its preimage, which it does on
     * delivery only.
     *
     * @param ruling the ruling
     * @param book the book with the unit's ticket
     * @param unit the unit
     * @param preimage what was revealed
     */
    record DefaultOfRevealedUnit(Signed<Ruling> ruling, Signed<TicketBook> book, UnitNumber unit, Bytes preimage)
            implements FraudProof {

        public DefaultOfRevealedUnit {
            requirePreimage(preimage);
        }

        @Override
        public boolean convicts(PublicKey utility) {
            boolean denied =
                    ruling.content().on(unit).filter(UnitVerdict::denies).isPresent();
            return denied
                    && ruling.content().channel().equals(book.content().channel())
                    && isRevealed(book, unit, preimage)
                    && ruling.isSignedBy(utility)
                    && book.isSignedBy(utility);
        }

        @Override
        public String message() {
            return "the utility ruled a " + verdict() + " on " + unit + ", whose preimage it revealed";
        }

        private String verdict() {
            boolean cancelled = ruling.content().units(Verdict.CANCELLED).contains(unit);
            return cancelled ? "cancellation" : "default";
        }

        @Override
        public Bytes encode() {
            return FraudProofCodec.encode(this);
        }
    }

    /**
     * The utility signed two rulings that cannot both be right.
     *
     * @param one the one
     * @param other the other
     */
    record ContradictoryRulings(Signed<Ruling> one, Signed<Ruling> other) implements FraudProof {

        @Override
        public boolean convicts(PublicKey utility) {
            return one.content().contradicts(other.content()) && one.isSignedBy(utility) && other.isSignedBy(utility);
        }

        @Override
        public String message() {
            return "the utility made two contradictory rulings on channel "
                    + one.content().channel().channel();
        }

        @Override
        public Bytes encode() {
            return FraudProofCodec.encode(this);
        }
    }

    /**
     * The utility took the coins of a delivered unit by its own branch and did not pass all of them on to the producer. The
     * claim convicts once it is mined, since then the utility's signature in it is genuine.
     *
     * @param terms the channel's terms, which name the producer's payout script
     * @param book the book with the unit's ticket
     * @param unit the unit
     * @param preimage what was revealed
     * @param claim the utility's transaction, as it was mined
     */
    record ClaimOfRevealedUnit(
            Signed<Terms> terms, Signed<TicketBook> book, UnitNumber unit, Bytes preimage, Bytes claim)
            implements FraudProof {

        public ClaimOfRevealedUnit {
            requirePreimage(preimage);
        }

        @Override
        public boolean convicts(PublicKey utility) {
            return terms.content().check().isEmpty()
                    && terms.hash().equals(book.content().channel().termsHash())
                    && isRevealed(book, unit, preimage)
                    && UtilityClaim.takes(
                            claim, terms.content(), book.content().ticket(unit).orElseThrow())
                    && terms.isSignedBy(utility)
                    && book.isSignedBy(utility);
        }

        @Override
        public List<Bytes> mined() {
            return List.of(claim);
        }

        @Override
        public String message() {
            return "the utility took the coins of " + unit + ", whose preimage it revealed";
        }

        @Override
        public Bytes encode() {
            return FraudProofCodec.encode(this);
        }
    }

    /**
     * The utility and a household took the wallet, or the producer's balance of a version that confirmed, and no ruling allows it. The
     * spend convicts once it is mined, since then the utility's signature in it is genuine.
     *
     * @param terms the channel's terms, which name the utility's keys
     * @param spend the transaction, as it was mined
     * @param shown the ruling that the spend names, if the victim was ever given it
     */
    record SpendWithoutRuling(Signed<Terms> terms, Bytes spend, Optional<RulingFile> shown) implements FraudProof {

        @Override
        public boolean convicts(PublicKey utility) {
            return terms.content().check().isEmpty()
                    && terms.content().identity().utilityNodeKey().equals(utility)
                    && terms.isSignedBy(utility)
                    && UtilitySpend.of(spend, terms.content())
                            .filter(found -> found.isWithoutRuling() || found.isAgainst(shown, utility))
                            .isPresent();
        }

        @Override
        public Optional<Sha256Hash> answer() {
            return UtilitySpend.of(spend, terms.content()).flatMap(UtilitySpend::named);
        }

        @Override
        public List<Bytes> mined() {
            return List.of(spend);
        }

        @Override
        public String message() {
            return "the utility spent coins of the channel with one household, and no ruling allows it";
        }

        @Override
        public Bytes encode() {
            return FraudProofCodec.encode(this);
        }
    }

    /**
     * The consumer promised not to sign a ruling's penalty, and signed it: the wallet was divided by the state from which the next one
     * had already taken the ruling's coins. It convicts the consumer once the penalty is mined, since then its signature is genuine;
     * never on a PLAIN wallet, whose witness does not show which household signed.
     *
     * @param terms the channel's terms
     * @param waived the promise
     * @param penalty the penalty, as it was mined
     */
    record PenaltyAfterWaiver(Signed<Terms> terms, Signed<PenaltyWaived> waived, Bytes penalty) implements FraudProof {

        @Override
        public boolean convicts(PublicKey accused) {
            Terms content = terms.content();
            return content.check().isEmpty()
                    && accused.equals(content.identity().consumer().nodeKey())
                    && waived.isSignedBy(accused)
                    && RuledClaims.isWaived(content, waived.content(), penalty);
        }

        @Override
        public Party accused() {
            return Party.CONSUMER;
        }

        @Override
        public List<Bytes> mined() {
            return List.of(penalty);
        }

        @Override
        public String message() {
            return "the consumer signed the penalty of ruling "
                    + waived.content().ruling() + ", which it had waived";
        }

        @Override
        public Bytes encode() {
            return FraudProofCodec.encode(this);
        }
    }

    /**
     * The utility took the coins of defaulted units and kept what its own ruling gives the households out of them. The claims convict
     * once they are mined, since then the utility's signatures in them are genuine and the version is the one that confirmed. What
     * none of them takes counts as taken by the consumer, late: so all of the utility's claims on the version belong in here.
     *
     * @param file the ruling with its evidence
     * @param version the version that confirmed, which decides what the ruling gives to whom
     * @param claims the utility's transactions, as they were mined
     */
    record UnpaidClaim(RulingFile file, ConfirmedVersion version, List<Bytes> claims) implements FraudProof {

        public UnpaidClaim {
            claims = List.copyOf(claims);
        }

        @Override
        public boolean convicts(PublicKey utility) {
            return RulingVerifier.verify(file, utility)
                    .value()
                    .filter(ruling -> UnpaidUnits.isProved(ruling, file.evidence(), version, claims))
                    .isPresent();
        }

        @Override
        public Optional<Sha256Hash> answer() {
            return RuledClaims.otherRuling(file.ruling().hash(), claims);
        }

        @Override
        public List<Bytes> mined() {
            return claims;
        }

        @Override
        public String message() {
            return "the utility claimed defaulted units of channel "
                    + file.ruling().content().channel().channel() + " and kept what its ruling gives others";
        }

        @Override
        public Bytes encode() {
            return FraudProofCodec.encode(this);
        }
    }

    /**
     * A household signed two receipts of one version: it told its peer and the utility of different states, or one of them of two.
     *
     * @param one the one
     * @param other the other
     */
    record ContradictoryReceipts(Signed<StateReceipt> one, Signed<StateReceipt> other) implements FraudProof {

        @Override
        public boolean convicts(PublicKey accused) {
            StateReceipt first = one.content();
            StateReceipt second = other.content();
            return first.channel().equals(second.channel())
                    && first.side() == second.side()
                    && first.own().number().equals(second.own().number())
                    && !first.equals(second)
                    && one.isSignedBy(accused)
                    && other.isSignedBy(accused);
        }

        @Override
        public Party accused() {
            return one.content().side();
        }

        @Override
        public String message() {
            StateReceipt content = one.content();
            return "the " + content.side() + " signed two receipts of "
                    + content.own().number() + " of channel "
                    + content.channel().channel();
        }

        @Override
        public Bytes encode() {
            return FraudProofCodec.encode(this);
        }
    }

    private static boolean isRevealed(Signed<TicketBook> book, UnitNumber unit, Bytes preimage) {
        return book.content()
                .ticket(unit)
                .filter(ticket -> ticket.isRevealedBy(preimage))
                .isPresent();
    }

    private static void requirePreimage(Bytes preimage) {
        if (preimage.size() != Preimages.SIZE) {
            throw new IllegalArgumentException("a preimage has 32 bytes, not " + preimage.size());
        }
    }
}
