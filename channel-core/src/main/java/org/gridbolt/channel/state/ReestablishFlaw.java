package org.gridbolt.channel.state;

import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.pricing.Flaw;

/** Why two households cannot go on where they stopped. */
public sealed interface ReestablishFlaw extends Flaw {

    /**
     * The peer holds a secret of this household that it has not revealed as far as it remembers: it has forgotten states.
     *
     * @param revoked what the peer holds
     * @param own the newest version that this household remembers
     */
    record Forgotten(CommitmentNumber revoked, CommitmentNumber own) implements ReestablishFlaw {
        @Override
        public String message() {
            return "the peer holds the secrets below " + revoked + ", and " + own + " is the newest here";
        }
    }

    /**
     * The peer claims a version that was never signed, or proves nothing of what it claims.
     *
     * @param version what it claims
     * @param newest the newest that was signed
     */
    record NeverSigned(CommitmentNumber version, CommitmentNumber newest) implements ReestablishFlaw {
        @Override
        public String message() {
            return "the peer claims " + version + ", and " + newest + " is the newest that was signed";
        }
    }

    /**
     * The peer has forgotten states.
     *
     * @param version the newest that it remembers
     * @param revoked the versions that it has revoked since
     */
    record PeerForgot(CommitmentNumber version, CommitmentNumber revoked) implements ReestablishFlaw {
        @Override
        public String message() {
            return "the peer stands at " + version + ", and has revoked all below " + revoked;
        }
    }
}
