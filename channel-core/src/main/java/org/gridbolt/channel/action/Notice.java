package org.gridbolt.channel.action;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.penalty.ruling.FraudFile;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;

/** What a household is told of its channel. */
public sealed interface Notice {

    /**
     * The wallet is to be at this outpoint, and both hold the other's signature on commitment 0.
     *
     * @param wallet the output that will hold all coins of the channel
     */
    record WalletAgreed(Outpoint wallet) implements Notice {}

    /** Units can be offered. */
    record Active() implements Notice {}

    /** The funding was removed by a reorganisation: no units until it is back. */
    record Suspended() implements Notice {}

    /**
     * The producer is liable for a unit, and injects.
     *
     * @param unit which
     */
    record Accepted(UnitNumber unit) implements Notice {}

    /**
     * A unit ended, on both sides and for good.
     *
     * @param unit which
     * @param outcome how
     * @param coins its coins
     */
    record UnitEnded(UnitNumber unit, UnitOutcome outcome, Coin coins) implements Notice {}

    /**
     * A message was refused.
     *
     * @param refusal why and with what consequence
     */
    record Refused(Refusal refusal) implements Notice {}

    /**
     * The signer did not follow an order of this node: nothing was sent, and the state stays. The node has lost its place.
     *
     * @param refusal why
     */
    record SigningRefused(SigningRefusal refusal) implements Notice {}

    /**
     * Another party refused something of this household.
     *
     * @param reason its words
     */
    record Complaint(String reason) implements Notice {}

    /**
     * A command of the household cannot be followed; nothing changed.
     *
     * @param command which
     * @param reason why
     */
    record CommandRefused(Command command, Flaw reason) implements Notice {}

    /**
     * A transaction that the channel asked to publish was refused by the node.
     *
     * @param txid its id
     * @param reason the node's words
     */
    record PublicationRefused(Sha256Hash txid, String reason) implements Notice {}

    /**
     * The channel is never updated again.
     *
     * @param why one sentence
     */
    record Terminal(String why) implements Notice {}

    /**
     * The consumer waived the penalty of a ruling: the next state carries it out, and the channel lives.
     *
     * @param ruling the hash of the ruling
     */
    record Waived(Sha256Hash ruling) implements Notice {}

    /**
     * The wallet was spent in the chain.
     *
     * @param purpose by what kind of transaction
     * @param txid its id
     * @param height the block that holds it
     */
    record WalletSpent(Purpose purpose, Sha256Hash txid, BlockHeight height) implements Notice {}

    /**
     * Another party did what only fraud explains; the proof is kept with the channel.
     *
     * @param what one sentence
     * @param proof what shows it to anybody: {@code verify-ruling} reads the file that it makes
     */
    record Fraud(String what, FraudProof proof) implements Notice {

        /** The file to keep, or to publish. */
        public Bytes file() {
            return new FraudFile(proof).encode();
        }
    }

    /**
     * Both households closed together and paid the utility less than their receipts say: told to the utility, which has the
     * proof.
     *
     * @param due what the receipts say
     * @param paid what the close pays
     */
    record ShareWithheld(Coin due, Coin paid) implements Notice {}

    /**
     * The wallet, or coins that a household and the utility divide by a ruling, were spent with the utility's key in another way
     * than this utility ever signed: somebody else has its key, or its memory was turned back.
     *
     * @param txid what spends them
     */
    record NotSignedHere(Sha256Hash txid) implements Notice {}

    /**
     * The utility spent coins of the channel under a ruling that this household was not shown: it may yet show it. The file is
     * kept, and accuses until then.
     *
     * @param what one sentence
     * @param proof what accuses
     */
    record Unexplained(String what, FraudProof proof) implements Notice {}

    /** Every output is buried: nothing can be undone and nothing is left to claim. */
    record Closed() implements Notice {}
}
