package org.gridbolt.channel.signing;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.pricing.Flaw;

/**
 * Why a signer does not follow an order. Nothing was released and its record is as it was. An honest node that has not lost
 * its place never sees one: it is to be told to whoever runs the node, and the node's backups are to be looked at.
 */
public sealed interface SigningRefusal extends Flaw {

    /**
     * A kind of order that is not this party's.
     *
     * @param kind the order
     */
    record NotMine(String kind) implements SigningRefusal {
        @Override
        public String message() {
            return "this signer signs no " + kind;
        }
    }

    /** The signer has no record of the channel, and the order is not its first. */
    record Unknown() implements SigningRefusal {
        @Override
        public String message() {
            return "the signer has no record of this channel: was its record lost?";
        }
    }

    /**
     * Another channel than the one that the key id is bound to, or none that the utility signed for these keys.
     *
     * @param what differs
     */
    record OtherChannel(String what) implements SigningRefusal {
        @Override
        public String message() {
            return "not the channel that this key id is for: " + what;
        }
    }

    /**
     * Another content for a number that was signed.
     *
     * @param number the number
     */
    record SignedOtherwise(CommitmentNumber number) implements SigningRefusal {
        @Override
        public String message() {
            return number + " was signed with other content: this node has an old or a wrong state";
        }
    }

    /**
     * A number out of turn.
     *
     * @param number the number
     * @param newest the newest on the signer's record
     */
    record OutOfTurn(CommitmentNumber number, CommitmentNumber newest) implements SigningRefusal {
        @Override
        public String message() {
            return number + " is out of turn: the newest on record is " + newest;
        }
    }

    /**
     * The peer could publish two states unpunished.
     *
     * @param oldest the oldest of its versions that is not revoked
     */
    record StillLive(CommitmentNumber oldest) implements SigningRefusal {
        @Override
        public String message() {
            return "the peer has not revoked its " + oldest;
        }
    }

    /**
     * What the peer is said to have revealed is not the secret of that version.
     *
     * @param number the version
     */
    record BadSecret(CommitmentNumber number) implements SigningRefusal {
        @Override
        public String message() {
            return "no secret that revokes the peer's " + number;
        }
    }

    /**
     * The peer's signature on an own version is missing or wrong: nothing would be left to publish.
     *
     * @param number the version
     */
    record NotCountersigned(CommitmentNumber number) implements SigningRefusal {
        @Override
        public String message() {
            return "the peer has not signed the own version of " + number;
        }
    }

    /**
     * An own version whose secret the peer has: publishing it gives everything away.
     *
     * @param number the version
     */
    record Revoked(CommitmentNumber number) implements SigningRefusal {
        @Override
        public String message() {
            return "the own version of " + number + " is revoked: never publish it";
        }
    }

    /**
     * The channel is not updated any more.
     *
     * @param mark what was signed last
     */
    record Terminal(String mark) implements SigningRefusal {
        @Override
        public String message() {
            return "the channel has ended: " + mark;
        }
    }

    /**
     * Coins divided as the terms do not allow.
     *
     * @param rule which rule is broken
     */
    record OutOfBounds(String rule) implements SigningRefusal {
        @Override
        public String message() {
            return "not within the terms: " + rule;
        }
    }

    /** A cooperative close that does not pay what the newest state says, or while something is pending. */
    record NotTheNewestSplit() implements SigningRefusal {
        @Override
        public String message() {
            return "the close does not divide the wallet as the newest state does";
        }
    }

    /**
     * The evidence of a ruling does not prove it, or the transaction is not the one that carries it out.
     *
     * @param why in words
     */
    record NotProved(String why) implements SigningRefusal {
        @Override
        public String message() {
            return "the ruling does not stand: " + why;
        }
    }

    /**
     * Another spend of the same output was signed.
     *
     * @param outpoint the output
     * @param signed the id of what was signed, or what it was for
     */
    record SecondSpend(Outpoint outpoint, Sha256Hash signed) implements SigningRefusal {
        @Override
        public String message() {
            return "another spend of " + outpoint + " was signed: " + signed;
        }
    }

    /**
     * Coins would go elsewhere than to whom they belong.
     *
     * @param whose in words
     */
    record WrongPayee(String whose) implements SigningRefusal {
        @Override
        public String message() {
            return "does not pay to the registered script of " + whose + " alone";
        }
    }

    /**
     * More would go to the miners than any such transaction is worth.
     *
     * @param fee in coins
     * @param most the bound
     */
    record TooMuchFee(Coin fee, Coin most) implements SigningRefusal {
        @Override
        public String message() {
            return "a fee of " + fee.value + " coins, where at most " + most.value + " are signed for";
        }
    }

    /**
     * Justice against a version that is not revoked on the record.
     *
     * @param number the version
     */
    record NotRevoked(CommitmentNumber number) implements SigningRefusal {
        @Override
        public String message() {
            return "the " + number + " that justice is asked for is not revoked";
        }
    }

    /**
     * The wallet divided by a ruling whose penalty is waived, or by one before it.
     *
     * @param waived the hash of the ruling that was waived last
     */
    record Waived(Sha256Hash waived) implements SigningRefusal {
        @Override
        public String message() {
            return "the penalty of ruling " + waived + " is waived: the next state carries it out";
        }
    }

    /**
     * A waiver where there can be none.
     *
     * @param why in words
     */
    record NoWaiver(String why) implements SigningRefusal {
        @Override
        public String message() {
            return "no penalty is waived: " + why;
        }
    }
}
