package org.gridbolt.penalty.justice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.RevokedSecrets;
import org.gridbolt.multisig.key.SecretCheck;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.Outcome;

/**
 * What is known of the versions of one household: the secrets of the revoked ones, and the points of those after them, as
 * the owner states them and as its peer does. A secret has to fit every point that was stated for its version, so neither
 * household can spoil what the other is guarded by.
 *
 * <p>Its size does not grow with the number of versions: at most 49 secrets (BOLT 3) and the points of versions not yet
 * revoked.
 *
 * @param owner whose versions they are
 * @param secrets of the revoked ones
 * @param byOwner the points that the owner stated, of versions not yet revoked
 * @param byPeer the points that the peer stated, the same
 */
public record VersionRecord(Party owner, RevokedSecrets secrets, List<VersionTip> byOwner, List<VersionTip> byPeer) {

    /** Versions that may be known and not revoked: far more than the two that a prompt reporter ever leaves open. */
    static final int OPEN_MAX = 64;

    private static final int SECRETS_SIZE_MAX = 2048;

    public VersionRecord {
        byOwner = List.copyOf(byOwner);
        byPeer = List.copyOf(byPeer);
    }

    static VersionRecord empty(Party owner) {
        return new VersionRecord(owner, RevokedSecrets.EMPTY, List.of(), List.of());
    }

    /** With what {@code receipt} says of these versions, as its signer tells it, of either household. */
    Outcome<VersionRecord, TowerFlaw> with(StateReceipt receipt) {
        VersionRecord next = receipt.side() == owner
                ? new VersionRecord(owner, secrets, plus(byOwner, receipt.own()), byPeer)
                : new VersionRecord(owner, secrets, byOwner, plus(byPeer, receipt.peer()));
        boolean bounded = next.byOwner.size() <= OPEN_MAX && next.byPeer.size() <= OPEN_MAX;
        return bounded ? Outcome.of(next) : Outcome.flawed(new TowerFlaw.TooFarAhead(owner, secrets.next()));
    }

    /**
     * The same as the peer of its signer passes it on: who said otherwise stands by what it gave. What it says of itself takes no
     * room from that.
     */
    VersionRecord withPassedOn(StateReceipt receipt) {
        return receipt.side() == owner
                ? new VersionRecord(owner, secrets, restated(byOwner, receipt.own()), byPeer)
                : new VersionRecord(owner, secrets, byOwner, restated(byPeer, receipt.peer()));
    }

    private List<VersionTip> restated(List<VersionTip> points, VersionTip tip) {
        List<VersionTip> others = points.stream()
                .filter(point -> !point.number().equals(tip.number()))
                .toList();
        if (others.size() < OPEN_MAX) {
            return plus(others, tip);
        }
        List<VersionTip> before = others.stream()
                .filter(point -> point.number().isBefore(tip.number()))
                .toList();
        return before.size() < OPEN_MAX ? plus(before, tip) : before;
    }

    /** What was told stands, until it is passed on otherwise. */
    private List<VersionTip> plus(List<VersionTip> points, VersionTip tip) {
        boolean known = points.stream().anyMatch(point -> point.number().equals(tip.number()));
        if (known || tip.number().isBefore(secrets.next())) {
            return points;
        }
        List<VersionTip> more = new ArrayList<>(points);
        more.add(tip);
        return more;
    }

    /** With the secret of {@code number}, which is not revoked yet. */
    Outcome<VersionRecord, TowerFlaw> revoke(CommitmentNumber number, Bytes secret) {
        List<PublicKey> points = pointsOf(number);
        if (points.isEmpty()) {
            return Outcome.flawed(new TowerFlaw.NoPoint(owner, number));
        }
        List<SecretCheck> checks = points.stream()
                .map(point -> SecretCheck.of(secret, number, point, secrets))
                .toList();
        return checks.stream()
                .filter(check -> !(check instanceof SecretCheck.Accepted))
                .findFirst()
                .<Outcome<VersionRecord, TowerFlaw>>map(check -> flawed(number, check))
                .orElseGet(() -> Outcome.of(revoked((SecretCheck.Accepted) checks.get(0))));
    }

    private Outcome<VersionRecord, TowerFlaw> flawed(CommitmentNumber number, SecretCheck check) {
        return Outcome.flawed(new TowerFlaw.WrongSecret(owner, number, check));
    }

    private VersionRecord revoked(SecretCheck.Accepted accepted) {
        RevokedSecrets next = accepted.secrets();
        return new VersionRecord(owner, next, from(byOwner, next.next()), from(byPeer, next.next()));
    }

    private static List<VersionTip> from(List<VersionTip> points, CommitmentNumber number) {
        return points.stream().filter(point -> !point.number().isBefore(number)).toList();
    }

    /** What was stated as the point of {@code number}: nothing, one point, or two when the households disagree. */
    private List<PublicKey> pointsOf(CommitmentNumber number) {
        return Stream.concat(byOwner.stream(), byPeer.stream())
                .filter(point -> point.number().equals(number))
                .map(VersionTip::point)
                .distinct()
                .toList();
    }

    /** The point of {@code number}: of the secret when it is revoked, else as stated, the peer's word first. */
    Optional<PublicKey> point(CommitmentNumber number) {
        Optional<PublicKey> revealed = secrets.secretAt(number).map(PrivateKey::publicKey);
        return revealed.or(() -> Stream.concat(byPeer.stream(), byOwner.stream())
                .filter(point -> point.number().equals(number))
                .map(VersionTip::point)
                .findFirst());
    }

    void writeTo(CanonicalWriter writer) {
        writer.bytes(secrets.encode())
                .list(byOwner, (out, point) -> out.state(point.number()).key(point.point()))
                .list(byPeer, (out, point) -> out.state(point.number()).key(point.point()));
    }

    static VersionRecord readFrom(CanonicalReader reader, Party owner) {
        return new VersionRecord(
                owner,
                RevokedSecrets.decode(reader.bytes(SECRETS_SIZE_MAX))
                        .orElseThrow(() -> new IllegalArgumentException("no secrets of revoked states")),
                reader.list(OPEN_MAX, VersionRecord::readTip),
                reader.list(OPEN_MAX, VersionRecord::readTip));
    }

    private static VersionTip readTip(CanonicalReader reader) {
        return new VersionTip(reader.state(), reader.key());
    }
}
