package org.gridbolt.multisig.key;

import java.util.Optional;
import org.gridbolt.multisig.Bytes;

/**
 * The judgement on a secret with which a peer revokes a state. Anything but {@link Accepted} makes the channel terminal:
 * the secrets held so far stay as they are, and the own newest version is published.
 *
 * <p>MUST 4.3: in [1, N - 1], of the point that was given, and of the chain of those before.
 */
public sealed interface SecretCheck {

    /**
     * The state is revoked.
     *
     * @param secret the secret of its point
     * @param secrets all secrets of the peer, this one among them: to be made durable before anything relies on it
     */
    record Accepted(PrivateKey secret, RevokedSecrets secrets) implements SecretCheck {}

    /** Not 32 bytes in [1, N - 1]. */
    record OutOfRange() implements SecretCheck {}

    /**
     * A scalar whose point is not the one that the peer gave for this state.
     *
     * @param expected the point it gave
     * @param actual the point of what it now sends
     */
    record WrongPoint(PublicKey expected, PublicKey actual) implements SecretCheck {}

    /**
     * The secret of its point, but not of the chain of the peer's earlier secrets, or not its turn.
     *
     * @param number the state that it should revoke
     */
    record OutsideChain(CommitmentNumber number) implements SecretCheck {}

    /**
     * Judges {@code bytes}.
     *
     * @param bytes what the peer sent
     * @param number the state that it revokes
     * @param point the point that the peer gave for that state
     * @param held the secrets of the peer so far
     */
    static SecretCheck of(Bytes bytes, CommitmentNumber number, PublicKey point, RevokedSecrets held) {
        Optional<PrivateKey> parsed = PrivateKey.parse(bytes);
        if (parsed.isEmpty()) {
            return new OutOfRange();
        }
        PrivateKey secret = parsed.get();
        PublicKey actual = secret.publicKey();
        if (!actual.equals(point)) {
            return new WrongPoint(point, actual);
        }
        return held.insert(number, secret)
                .<SecretCheck>map(secrets -> new Accepted(secret, secrets))
                .orElseGet(() -> new OutsideChain(number));
    }
}
