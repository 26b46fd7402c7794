package org.gridbolt.penalty.ruling;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.TermsFlaw;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** Why a ruling is not proved. */
public sealed interface RulingFlaw extends Flaw {

    /**
     * The bytes are no ruling file.
     *
     * @param flaw what is wrong with them
     */
    record NotAFile(DecodingFlaw flaw) implements RulingFlaw {
        @Override
        public String message() {
            return "no ruling file: " + flaw.message();
        }
    }

    /** The evidence is not the one that was ruled on. */
    record EvidenceChanged() implements RulingFlaw {
        @Override
        public String message() {
            return "the evidence is not the one that the ruling was made on";
        }
    }

    /**
     * A piece without the signature that would make it evidence.
     *
     * @param piece what it is
     * @param signer whose signature it lacks
     */
    record NotSigned(String piece, Party signer) implements RulingFlaw {
        @Override
        public String message() {
            return piece + " is not signed by " + signer;
        }
    }

    /**
     * The terms are another utility's.
     *
     * @param stated the node key in the terms
     * @param given the key that the ruling was checked with
     */
    record OtherUtility(PublicKey stated, PublicKey given) implements RulingFlaw {
        @Override
        public String message() {
            return "the terms name the utility " + stated + ", not " + given;
        }
    }

    /**
     * Terms that no household could have agreed to.
     *
     * @param flaw what is wrong with them
     */
    record UnsoundTerms(TermsFlaw flaw) implements RulingFlaw {
        @Override
        public String message() {
            return "the terms are unsound: " + flaw.message();
        }
    }

    /**
     * A piece of another channel.
     *
     * @param piece what it is
     */
    record OtherChannel(String piece) implements RulingFlaw {
        @Override
        public String message() {
            return piece + " is of another channel";
        }
    }

    /**
     * A receipt that does not say what it must.
     *
     * @param side whose it should be
     * @param reason what is wrong with it
     */
    record WrongReceipt(Party side, String reason) implements RulingFlaw {
        @Override
        public String message() {
            return "the receipt of " + side + " " + reason;
        }
    }

    /**
     * A pending unit without a ticket in the books.
     *
     * @param unit the unit
     */
    record NoTicket(UnitNumber unit) implements RulingFlaw {
        @Override
        public String message() {
            return "no book has a ticket for " + unit;
        }
    }

    /**
     * A pending unit on which nothing was found.
     *
     * @param unit the unit
     */
    record NoVerdict(UnitNumber unit) implements RulingFlaw {
        @Override
        public String message() {
            return unit + " is pending and has no verdict";
        }
    }

    /**
     * A verdict on a unit that is not pending.
     *
     * @param unit the unit
     */
    record NotPending(UnitNumber unit) implements RulingFlaw {
        @Override
        public String message() {
            return unit + " has a verdict and is not pending";
        }
    }

    /**
     * A default on a unit that the producer never promised.
     *
     * @param unit the unit
     */
    record NotAccepted(UnitNumber unit) implements RulingFlaw {
        @Override
        public String message() {
            return "the producer did not accept " + unit + ", so it cannot have defaulted";
        }
    }

    /**
     * A default that neither a reading nor the producer's silence shows.
     *
     * @param unit the unit
     */
    record NothingShown(UnitNumber unit) implements RulingFlaw {
        @Override
        public String message() {
            return "neither a reading nor the producer's silence shows that " + unit + " was not delivered";
        }
    }

    /**
     * A default by another amount than the evidence shows.
     *
     * @param unit the unit
     * @param stated the verdict's shortfall
     * @param shown the evidence's
     */
    record OtherShortfall(UnitNumber unit, WattHours stated, WattHours shown) implements RulingFlaw {
        @Override
        public String message() {
            return unit + " lacks " + shown + " by the evidence, not " + stated;
        }
    }

    /**
     * A default by no more than what the terms tolerate.
     *
     * @param unit the unit
     * @param shortfall the verdict's shortfall
     */
    record Tolerated(UnitNumber unit, WattHours shortfall) implements RulingFlaw {
        @Override
        public String message() {
            return unit + " lacks " + shortfall + ", which the terms tolerate";
        }
    }

    /**
     * A unit whose preimage is in the evidence, and yet it is not found delivered.
     *
     * @param unit the unit
     * @param verdict what was found instead
     */
    record Revealed(UnitNumber unit, Verdict verdict) implements RulingFlaw {
        @Override
        public String message() {
            return "the preimage of " + unit + " is revealed, so it was delivered and is no " + verdict;
        }
    }

    /**
     * A unit that is found delivered without its preimage.
     *
     * @param unit the unit
     */
    record NotRevealed(UnitNumber unit) implements RulingFlaw {
        @Override
        public String message() {
            return unit + " is found delivered and its preimage is not revealed";
        }
    }

    /**
     * The consumer's receipt leaves the producer less than the producer's own receipt does, and no unit between the two explains
     * it: the consumer alone signs its receipt, and could state whatever it likes.
     *
     * @param paid what the producer would be paid
     * @param due the least that its own receipt gives it
     */
    record ProducerWronged(Coin paid, Coin due) implements RulingFlaw {
        @Override
        public String message() {
            return "the producer would be paid " + paid.value + " coins, and its own receipt gives it " + due.value;
        }
    }

    /**
     * A ruling is cited as an earlier one and cannot be.
     *
     * @param sequence its number among the channel's rulings
     * @param reason why not
     */
    record NoEarlierRuling(int sequence, String reason) implements RulingFlaw {
        @Override
        public String message() {
            return "ruling " + sequence + " is no earlier one: it " + reason;
        }
    }

    /**
     * A division by producer and utility that gives the consumer less than its own receipt does.
     *
     * @param paid what the consumer would be paid
     * @param due what its own receipt gives it
     */
    record ConsumerWronged(Coin paid, Coin due) implements RulingFlaw {
        @Override
        public String message() {
            return "the consumer would be paid " + paid.value + " coins, and its own receipt gives it " + due.value;
        }
    }

    /** Nobody failed and nobody is missing: then there is nothing to rule. */
    record NoGround() implements RulingFlaw {
        @Override
        public String message() {
            return "the ruling finds no default, and no household is missing";
        }
    }

    /**
     * A household is said to be missing for less than the notice.
     *
     * @param missing the household
     */
    record NoticeTooShort(Party missing) implements RulingFlaw {
        @Override
        public String message() {
            return "the absence of " + missing + " is shorter than the notice";
        }
    }

    /**
     * A default in a ruling that settles without a household: a penalty needs the consumer, and asks nobody to be missing.
     *
     * @param missing the household
     */
    record DefaultInAbsence(Party missing) implements RulingFlaw {
        @Override
        public String message() {
            return "a default is ruled in the absence of " + missing;
        }
    }

    /** A preimage of no pending unit. */
    record StrayPreimage() implements RulingFlaw {
        @Override
        public String message() {
            return "a preimage in the evidence belongs to no pending unit";
        }
    }
}
