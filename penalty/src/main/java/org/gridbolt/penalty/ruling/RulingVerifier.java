package org.gridbolt.penalty.ruling;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.pricing.Outcome;

/**
 * Checks a ruling with nothing but its file and the utility's public key: that the utility ruled, on this evidence, on this
 * channel; that both receipts and all tickets are genuine; that every pending unit has one verdict and the evidence bears it
 * out. What it cannot see is whether the receipts are the newest: that is the co-signer's part, {@link Cosigner}.
 */
public final class RulingVerifier {

    private final RulingFile file;
    private final PublicKey utility;

    private RulingVerifier(RulingFile file, PublicKey utility) {
        this.file = file;
        this.utility = utility;
    }

    /** What the file that {@code bytes} spell rules, by the utility with that node key, or why it proves nothing. */
    public static Outcome<VerifiedRuling, RulingFlaw> verify(Bytes bytes, PublicKey utility) {
        return RulingFile.decode(bytes)
                .fold(file -> verify(file, utility), flaw -> Outcome.flawed(new RulingFlaw.NotAFile(flaw)));
    }

    /** What {@code file} rules, by the utility with that node key, or why it proves nothing. */
    public static Outcome<VerifiedRuling, RulingFlaw> verify(RulingFile file, PublicKey utility) {
        return new RulingVerifier(file, utility).verify();
    }

    private Outcome<VerifiedRuling, RulingFlaw> verify() {
        Optional<RulingFlaw> flaw = firstOf(Stream.of(this::signature, this::terms, this::channel));
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        return StateEvidence.check(file).flatMap(states -> VerdictEvidence.check(file, states));
    }

    /** The hash first: it is cheap, and most damage is found by it. */
    private Optional<RulingFlaw> signature() {
        if (!file.evidence().hash().equals(file.ruling().content().evidence())) {
            return Optional.of(new RulingFlaw.EvidenceChanged());
        }
        return file.ruling().isSignedBy(utility) ? Optional.empty() : Optional.of(notSignedByUtility("the ruling"));
    }

    private Optional<RulingFlaw> terms() {
        Terms terms = file.evidence().terms().content();
        PublicKey stated = terms.identity().utilityNodeKey();
        if (!stated.equals(utility)) {
            return Optional.of(new RulingFlaw.OtherUtility(stated, utility));
        }
        if (!file.evidence().terms().isSignedBy(utility)) {
            return Optional.of(notSignedByUtility("the contract of terms"));
        }
        return terms.check().map(RulingFlaw.UnsoundTerms::new);
    }

    private Optional<RulingFlaw> channel() {
        Ruling ruling = file.ruling().content();
        ChannelRef expected = ChannelRef.of(file.evidence().terms().content(), ruling.wallet());
        return expected.equals(ruling.channel())
                ? Optional.empty()
                : Optional.of(new RulingFlaw.OtherChannel("the ruling"));
    }

    static RulingFlaw notSignedByUtility(String piece) {
        return new RulingFlaw.NotSigned(piece, Party.UTILITY);
    }

    /** The first flaw that one of the checks finds; none is made after it. */
    static Optional<RulingFlaw> firstOf(Stream<Supplier<Optional<RulingFlaw>>> checks) {
        return checks.map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
