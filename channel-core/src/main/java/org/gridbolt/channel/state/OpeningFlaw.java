package org.gridbolt.channel.state;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PointCheck;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.FundingFlaw;
import org.gridbolt.penalty.contract.TermsFlaw;
import org.gridbolt.pricing.Flaw;

/** Why a channel is not opened. */
public sealed interface OpeningFlaw extends Flaw {

    /**
     * A key id that was used before.
     *
     * @param keyId the id
     */
    record UsedKeyId(KeyId keyId) implements OpeningFlaw {
        @Override
        public String message() {
            return "key id " + keyId + " was used before: its secrets are known";
        }
    }

    /**
     * Another party brings a coin that pays to this household.
     *
     * @param outpoint the coin
     */
    record OwnCoin(Outpoint outpoint) implements OpeningFlaw {
        @Override
        public String message() {
            return "coin " + outpoint + " is this household's, and another party brings it";
        }
    }

    /**
     * The terms are sound, and this household does not want them.
     *
     * @param what which of its own bounds they break
     */
    record NotAcceptable(String what) implements OpeningFlaw {
        @Override
        public String message() {
            return "this household does not accept the terms: " + what;
        }
    }

    /** The terms are not signed by the utility of this household. */
    record TermsNotSigned() implements OpeningFlaw {
        @Override
        public String message() {
            return "the terms are not signed by the utility";
        }
    }

    /**
     * The terms break a rule that protects money.
     *
     * @param flaw which
     */
    record BadTerms(TermsFlaw flaw) implements OpeningFlaw {
        @Override
        public String message() {
            return flaw.message();
        }
    }

    /**
     * The terms are not what this household asked for.
     *
     * @param field what differs
     */
    record OtherTerms(String field) implements OpeningFlaw {
        @Override
        public String message() {
            return "the terms name another " + field + " than this household asked for";
        }
    }

    /**
     * The peer speaks of other terms.
     *
     * @param hash the hash of its terms
     */
    record PeerHasOtherTerms(Sha256Hash hash) implements OpeningFlaw {
        @Override
        public String message() {
            return "the peer speaks of other terms: " + hash;
        }
    }

    /** The peer sent keys or a contribution of another party than itself. */
    record NotThePeers() implements OpeningFlaw {
        @Override
        public String message() {
            return "the keys or the contribution are not the peer's own";
        }
    }

    /**
     * A key that stands twice among those of the three.
     *
     * @param key the key
     */
    record RepeatedKey(PublicKey key) implements OpeningFlaw {
        @Override
        public String message() {
            return "key " + key + " stands twice in one channel";
        }
    }

    /**
     * A point that cannot be built with.
     *
     * @param check what is wrong with it
     */
    record BadPoint(PointCheck check) implements OpeningFlaw {
        @Override
        public String message() {
            return "a point is refused: " + check;
        }
    }

    /**
     * The funding cannot be relied on.
     *
     * @param flaw why
     */
    record BadFunding(FundingFlaw flaw) implements OpeningFlaw {
        @Override
        public String message() {
            return "the funding is refused: " + flaw;
        }
    }

    /**
     * The peer built another funding transaction.
     *
     * @param own as it is built here
     * @param peers as the peer names it
     */
    record OtherFunding(Sha256Hash own, Sha256Hash peers) implements OpeningFlaw {
        @Override
        public String message() {
            return "the funding is " + own + ", and " + peers + " was named";
        }
    }

    /**
     * The signature does not fit version 0 as it is built here.
     *
     * @param number version 0
     */
    record BadSignature(CommitmentNumber number) implements OpeningFlaw {
        @Override
        public String message() {
            return "the signature does not fit " + number + " as it is built here";
        }
    }

    /**
     * Not one witness for each input.
     *
     * @param count how many came
     * @param inputs how many inputs there are
     */
    record WrongWitnesses(int count, int inputs) implements OpeningFlaw {
        @Override
        public String message() {
            return count + " witnesses for " + inputs + " inputs";
        }
    }
}
