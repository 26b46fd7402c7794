package org.gridbolt.penalty.justice;

import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.Outcome;

/**
 * All that both households have handed in: the newest receipts of each, and what is known of the versions of each.
 *
 * @param consumerVersions A's versions
 * @param producerVersions B's versions
 * @param consumerReceipts A's newest receipts
 * @param producerReceipts B's newest receipts
 */
public record RevocationRecord(
        VersionRecord consumerVersions,
        VersionRecord producerVersions,
        HeldReceipts consumerReceipts,
        HeldReceipts producerReceipts) {

    /** Nothing yet. */
    public static final RevocationRecord EMPTY = new RevocationRecord(
            VersionRecord.empty(Party.CONSUMER),
            VersionRecord.empty(Party.PRODUCER),
            HeldReceipts.NONE,
            HeldReceipts.NONE);

    /** The versions of that household. */
    public VersionRecord versions(Party owner) {
        return owner == Party.CONSUMER ? consumerVersions : producerVersions;
    }

    /** The newest receipts of that household. */
    public HeldReceipts receipts(Party side) {
        return side == Party.CONSUMER ? consumerReceipts : producerReceipts;
    }

    /** The newest receipt of that household, whoever told it. */
    public Optional<Signed<StateReceipt>> receipt(Party side) {
        return receipts(side).newest();
    }

    /** With a receipt whose signature and channel are right. */
    Outcome<RevocationRecord, TowerFlaw> receive(Signed<StateReceipt> receipt) {
        StateReceipt content = receipt.content();
        Optional<StateReceipt> held = receipt(content.side()).map(Signed::content);
        return held.flatMap(earlier -> flaw(earlier, content))
                .<Outcome<RevocationRecord, TowerFlaw>>map(Outcome::flawed)
                .orElseGet(() -> take(receipt));
    }

    /**
     * With a receipt whose signature and channel are right, and which the peer of its signer passes on: it is not held to what the signer told
     * otherwise, only to what was passed on before.
     */
    Outcome<RevocationRecord, TowerFlaw> receivePassedOn(Signed<StateReceipt> receipt) {
        Party side = receipt.content().side();
        CommitmentNumber number = HeldReceipts.number(receipt);
        return receipts(side)
                .passedOn()
                .map(HeldReceipts::number)
                .filter(number::isBefore)
                .<Outcome<RevocationRecord, TowerFlaw>>map(
                        held -> Outcome.flawed(new TowerFlaw.Stale(side, number, held)))
                .orElseGet(() -> Outcome.of(takePassedOn(receipt)));
    }

    /** Receipts may be missed on the way, so the chain of hashes is only held to where the two are neighbours. */
    private static Optional<TowerFlaw> flaw(StateReceipt held, StateReceipt stated) {
        CommitmentNumber number = stated.own().number();
        CommitmentNumber before = held.own().number();
        if (number.isBefore(before)) {
            return Optional.of(new TowerFlaw.Stale(held.side(), number, before));
        }
        boolean neighbours = number.value() - before.value() == 1;
        boolean consistent = before.isBefore(number)
                && !stated.peer().number().isBefore(held.peer().number())
                && (!neighbours || stated.previous().equals(held.hash()));
        return consistent ? Optional.empty() : Optional.of(new TowerFlaw.Contradiction(held, stated));
    }

    private Outcome<RevocationRecord, TowerFlaw> take(Signed<StateReceipt> receipt) {
        StateReceipt content = receipt.content();
        return consumerVersions
                .with(content)
                .flatMap(consumer -> producerVersions
                        .with(content)
                        .map(producer -> with(consumer, producer)
                                .with(content.side(), receipts(content.side()).withTold(receipt))));
    }

    private RevocationRecord takePassedOn(Signed<StateReceipt> receipt) {
        StateReceipt content = receipt.content();
        return with(consumerVersions.withPassedOn(content), producerVersions.withPassedOn(content))
                .with(content.side(), receipts(content.side()).withPassedOn(receipt));
    }

    private RevocationRecord with(VersionRecord consumer, VersionRecord producer) {
        return new RevocationRecord(consumer, producer, consumerReceipts, producerReceipts);
    }

    private RevocationRecord with(Party side, HeldReceipts next) {
        return side == Party.CONSUMER
                ? new RevocationRecord(consumerVersions, producerVersions, next, producerReceipts)
                : new RevocationRecord(consumerVersions, producerVersions, consumerReceipts, next);
    }

    /** With the secret of a version of {@code owner} that is not revoked yet. */
    Outcome<RevocationRecord, TowerFlaw> revoke(Party owner, CommitmentNumber number, Bytes secret) {
        return versions(owner).revoke(number, secret).map(this::with);
    }

    private RevocationRecord with(VersionRecord versions) {
        return versions.owner() == Party.CONSUMER ? with(versions, producerVersions) : with(consumerVersions, versions);
    }

    /**
     * Whether that version is revoked: its secret is held, its owner has signed a receipt of a newer version, and its peer one
     * that knows this version at least. The peer's receipt lags by one, since it is signed before the owner's answer comes.
     */
    public boolean isRevoked(Party owner, CommitmentNumber number) {
        boolean byOwner = receipt(owner)
                .filter(held -> number.isBefore(held.content().own().number()))
                .isPresent();
        boolean byPeer = receipts(owner.peer()).reaches(number);
        return byOwner && byPeer && versions(owner).secrets().isRevoked(number);
    }

    /**
     * The newest version of {@code owner} below which every version is guarded against, if its receipts are held at all: no
     * further than its peer's receipt reaches either, which {@link #isRevoked} asks for too.
     */
    public Optional<CommitmentNumber> covered(Party owner) {
        return receipt(owner)
                .flatMap(own -> receipts(owner.peer()).seen().map(seen -> covered(owner, own.content(), seen)));
    }

    private CommitmentNumber covered(Party owner, StateReceipt own, CommitmentNumber seen) {
        CommitmentNumber next = versions(owner).secrets().next();
        CommitmentNumber stated = own.own().number();
        CommitmentNumber least = stated.isBefore(next) ? stated : next;
        return seen.isBefore(least) ? seen.next() : least;
    }

    void writeTo(CanonicalWriter writer) {
        consumerVersions.writeTo(writer);
        producerVersions.writeTo(writer);
        consumerReceipts.writeTo(writer);
        producerReceipts.writeTo(writer);
    }

    static RevocationRecord readFrom(CanonicalReader reader) {
        return new RevocationRecord(
                VersionRecord.readFrom(reader, Party.CONSUMER),
                VersionRecord.readFrom(reader, Party.PRODUCER),
                HeldReceipts.readFrom(reader),
                HeldReceipts.readFrom(reader));
    }
}
