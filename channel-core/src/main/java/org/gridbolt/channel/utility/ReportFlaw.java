package org.gridbolt.channel.utility;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.penalty.contract.TermsFlaw;
import org.gridbolt.penalty.justice.TowerFlaw;
import org.gridbolt.penalty.ruling.WaiverFlaw;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;

/** Why the utility does not take what a household reports. Nothing of it counts. */
public sealed interface ReportFlaw extends Flaw {

    /**
     * A message that has no place in this state, or that this party never sends.
     *
     * @param kind the message
     * @param from who sent it
     * @param state the state
     */
    record Unexpected(String kind, Party from, String state) implements ReportFlaw {
        @Override
        public String message() {
            return kind + " from " + from + " is not expected in state " + state;
        }
    }

    /**
     * A household that is not registered for this channel, or with other keys.
     *
     * @param role which side it wants to be
     */
    record NotRegistered(Party role) implements ReportFlaw {
        @Override
        public String message() {
            return "no such household is registered as the " + role + " of this channel";
        }
    }

    /**
     * A payout script that could stand in no transaction of the channel.
     *
     * @param role whose it is
     */
    record BadPayout(Party role) implements ReportFlaw {
        @Override
        public String message() {
            return "the payout script of " + role + " is no native P2WPKH, P2WSH or P2TR";
        }
    }

    /**
     * What the households bring makes no sound terms.
     *
     * @param flaw the rule that would be broken
     */
    record NoTerms(TermsFlaw flaw) implements ReportFlaw {
        @Override
        public String message() {
            return "no terms can be offered: " + flaw.message();
        }
    }

    /**
     * A report of the opening that cannot be.
     *
     * @param reason what is wrong with it
     */
    record BadOpening(String reason) implements ReportFlaw {
        @Override
        public String message() {
            return "the opening cannot be: " + reason;
        }
    }

    /**
     * A receipt that is another party's than the sender's.
     *
     * @param from the sender
     */
    record NotTheSenders(Party from) implements ReportFlaw {
        @Override
        public String message() {
            return "the receipt is not one of " + from;
        }
    }

    /**
     * What a household passes on is no receipt of its peer.
     *
     * @param from the sender
     */
    record NotThePeers(Party from) implements ReportFlaw {
        @Override
        public String message() {
            return "the receipt that " + from + " passes on is not one of its peer";
        }
    }

    /**
     * A receipt that was passed on without the ones before it.
     *
     * @param side whose it is
     * @param number the version
     */
    record Unconnected(Party side, CommitmentNumber number) implements ReportFlaw {
        @Override
        public String message() {
            return "the receipt of " + side + " for " + number + " follows none that is known";
        }
    }

    /**
     * A receipt that names a version of the other household of which nobody has shown the receipt.
     *
     * @param side whose it is
     * @param number the other household's version
     */
    record UnknownPeerVersion(Party side, CommitmentNumber number) implements ReportFlaw {
        @Override
        public String message() {
            return side + " names " + number + " of the other household, which nobody has shown";
        }
    }

    /**
     * So many versions of a household after the newest that the other one passed on that there is no room for more.
     *
     * @param side whose they are
     * @param shown that newest one
     */
    record NotShown(Party side, CommitmentNumber shown) implements ReportFlaw {
        @Override
        public String message() {
            return "the other household has shown no version of " + side + " since " + shown;
        }
    }

    /**
     * The watchtower does not take it.
     *
     * @param flaw why
     */
    record NotGuardable(TowerFlaw flaw) implements ReportFlaw {
        @Override
        public String message() {
            return flaw.message();
        }
    }

    /**
     * So many secrets came before the receipts that would explain them that no more are kept.
     *
     * @param owner whose versions they are of
     */
    record TooEarly(Party owner) implements ReportFlaw {
        @Override
        public String message() {
            return "too many secrets of " + owner + " without receipts";
        }
    }

    /**
     * A receipt of a state to which no tickets, reveals and refunds lead: it is kept for the watchtower and not acknowledged.
     *
     * @param side whose it is
     * @param number the version
     */
    record Unexplained(Party side, CommitmentNumber number) implements ReportFlaw {
        @Override
        public String message() {
            return "nothing that was issued and revealed leads to " + number + " of " + side;
        }
    }

    /**
     * A receipt that gives the utility more than was agreed.
     *
     * @param balance what it states
     * @param most max_u
     */
    record AboveUtilityLimit(Coin balance, Coin most) implements ReportFlaw {
        @Override
        public String message() {
            return "the utility would hold " + balance.value + " coins, and " + most.value + " are agreed at most";
        }
    }

    /**
     * Something signed that is of another channel.
     *
     * @param kind what it is
     */
    record OtherChannel(String kind) implements ReportFlaw {
        @Override
        public String message() {
            return kind + " is of another channel";
        }
    }

    /**
     * Something signed by another key than it must be.
     *
     * @param kind what it is
     */
    record WrongSigner(String kind) implements ReportFlaw {
        @Override
        public String message() {
            return kind + " is not signed by the key that it must be signed by";
        }
    }

    /**
     * A unit that has no ticket, or has ended.
     *
     * @param unit its number
     */
    record UnknownUnit(UnitNumber unit) implements ReportFlaw {
        @Override
        public String message() {
            return unit + " has no ticket here, or has ended";
        }
    }

    /**
     * An acceptance of a unit that the newest versions of both do not hold.
     *
     * @param unit its number
     */
    record NotCommitted(UnitNumber unit) implements ReportFlaw {
        @Override
        public String message() {
            return unit + " is not in the newest states of both";
        }
    }

    /**
     * An acceptance on a receipt that the utility has not acknowledged.
     *
     * @param unit the first unit it names
     */
    record NotAcknowledged(UnitNumber unit) implements ReportFlaw {
        @Override
        public String message() {
            return unit + " is accepted on a receipt that was not acknowledged";
        }
    }

    /**
     * An acceptance, a reading or a statement that comes when it cannot count any more.
     *
     * @param unit its number
     * @param latest the last height at which it counts
     * @param tip the height now
     */
    record TooLate(UnitNumber unit, BlockHeight latest, BlockHeight tip) implements ReportFlaw {
        @Override
        public String message() {
            return "this counted for " + unit + " until " + latest + ", it is " + tip;
        }
    }

    /**
     * An acceptance that comes after the wallet was spent: the unit is cancelled without fault.
     *
     * @param unit its number
     */
    record WalletSpent(UnitNumber unit) implements ReportFlaw {
        @Override
        public String message() {
            return "the wallet was spent before " + unit + " was accepted";
        }
    }

    /**
     * A reading or statement about a unit that the producer has not accepted.
     *
     * @param unit its number
     */
    record NotAccepted(UnitNumber unit) implements ReportFlaw {
        @Override
        public String message() {
            return unit + " is not accepted";
        }
    }

    /**
     * A second, different reading of a unit.
     *
     * @param unit its number
     */
    record Doubled(UnitNumber unit) implements ReportFlaw {
        @Override
        public String message() {
            return unit + " was read before, and otherwise";
        }
    }

    /**
     * A reading at a height that does not fit its slot, the tip or the readings of other units.
     *
     * @param unit its number
     * @param readAt the height it names
     */
    record OutOfOrder(UnitNumber unit, BlockHeight readAt) implements ReportFlaw {
        @Override
        public String message() {
            return "a reading of " + unit + " at " + readAt + " is out of order";
        }
    }

    /** A statement of silence that is shorter than the notice. */
    record TooShort(UnitNumber unit) implements ReportFlaw {
        @Override
        public String message() {
            return "the silence about " + unit + " is shorter than the notice";
        }
    }

    /**
     * A statement of absence that is shorter than the notice, or ends in blocks that are not there yet.
     *
     * @param missing who is said to be missing
     */
    record NoticeTooShort(Party missing) implements ReportFlaw {
        @Override
        public String message() {
            return "the absence of " + missing + " is shorter than the notice";
        }
    }

    /**
     * A statement of absence of a household that the utility has heard from since.
     *
     * @param party the household
     * @param heard the height at which it was heard last
     */
    record Reached(Party party, BlockHeight heard) implements ReportFlaw {
        @Override
        public String message() {
            return party + " is not missing: it was heard at " + heard;
        }
    }

    /** Each household says that the other one is missing: then neither is. */
    record BothSayGone() implements ReportFlaw {
        @Override
        public String message() {
            return "each household says that the other one is missing";
        }
    }

    /** A signature that does not carry out the ruling that was issued last. */
    record NotThePenalty() implements ReportFlaw {
        @Override
        public String message() {
            return "the signature is not one of the household that was asked, on what it was asked to sign";
        }
    }

    /** Another spend of the wallet was signed before: there is never a second. */
    record SignedAlready() implements ReportFlaw {
        @Override
        public String message() {
            return "another spend of the wallet was signed before";
        }
    }

    /**
     * Something about a unit on which a ruling was issued: it says otherwise.
     *
     * @param unit the unit
     */
    record RuledAlready(UnitNumber unit) implements ReportFlaw {
        @Override
        public String message() {
            return unit + " was ruled on before, and otherwise";
        }
    }

    /**
     * A waiver that does not count.
     *
     * @param flaw why
     */
    record NoWaiver(WaiverFlaw flaw) implements ReportFlaw {
        @Override
        public String message() {
            return flaw.message();
        }
    }

    /**
     * A signature on a penalty that is waived.
     *
     * @param ruling the hash of its ruling
     */
    record PenaltyIsWaived(Sha256Hash ruling) implements ReportFlaw {
        @Override
        public String message() {
            return "the penalty of ruling " + ruling + " is waived, and is never signed";
        }
    }
}
