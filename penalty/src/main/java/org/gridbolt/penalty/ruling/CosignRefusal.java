package org.gridbolt.penalty.ruling;

import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** Why a consumer does not sign a penalty. */
public sealed interface CosignRefusal extends Flaw {

    /**
     * The ruling is not proved by its evidence.
     *
     * @param flaw what it lacks
     */
    record Unproved(RulingFlaw flaw) implements CosignRefusal {
        @Override
        public String message() {
            return "the ruling is not proved: " + flaw.message();
        }
    }

    /** The ruling is on another channel. */
    record OtherChannel() implements CosignRefusal {
        @Override
        public String message() {
            return "the ruling is on another channel";
        }
    }

    /** The ruling splits a state that is not the consumer's newest. */
    record NotNewestState() implements CosignRefusal {
        @Override
        public String message() {
            return "the ruling splits another state than the newest";
        }
    }

    /**
     * The rulings before, which the file cites, are not those that the consumer waived.
     *
     * @param cited on how many other units they find a default
     * @param waived on how many those that the consumer waived do
     */
    record OtherShortfallsBefore(int cited, int waived) implements CosignRefusal {
        @Override
        public String message() {
            return "the ruling counts " + cited + " defaults before it, and " + waived + " were carried out";
        }
    }

    /**
     * The ruling is fraud, and here is the proof, to be stored.
     *
     * @param proof the proof
     */
    record Fraudulent(FraudProof proof) implements CosignRefusal {
        @Override
        public String message() {
            return proof.message();
        }
    }

    /**
     * This household has bound itself already, and signs nothing else.
     *
     * @param why by what
     */
    record Bound(String why) implements CosignRefusal {
        @Override
        public String message() {
            return "this household signs no ruling: " + why;
        }
    }

    /** The ruling settles without a peer of which this household does not say any more that it is missing. */
    record PeerIsThere() implements CosignRefusal {
        @Override
        public String message() {
            return "the other household is not missing";
        }
    }

    /** The ruling settles without this household, which is there. */
    record NotMissing() implements CosignRefusal {
        @Override
        public String message() {
            return "this household is not missing";
        }
    }

    /**
     * A default by more than the producer's meter shows, in a reading that the producer showed this household itself.
     *
     * @param unit the unit
     * @param stated what the ruling says is lacking
     * @param shown what the reading shows
     */
    record MeterSaysOtherwise(UnitNumber unit, WattHours stated, WattHours shown) implements CosignRefusal {
        @Override
        public String message() {
            return unit + " lacks " + stated + " by the ruling, and " + shown + " by a reading of the producer's meter";
        }
    }
}
