package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;

/** Why a funding must not be signed. */
public sealed interface FundingFlaw {

    /** The transaction that was sent along is another than the one the input names. */
    record OtherTransaction(Outpoint claimed, Sha256Hash actual) implements FundingFlaw {}

    /** The transaction has no such output. */
    record NoSuchOutput(Outpoint claimed) implements FundingFlaw {}

    /** The coin is worth something else than was said. */
    record OtherValue(Outpoint outpoint, Coin claimed, Coin actual) implements FundingFlaw {}

    /**
     * The coin is neither native P2WPKH nor P2TR: signing it could change the transaction's id, and commitments already
     * signed would be worthless.
     */
    record NotNative(Outpoint outpoint, Bytes script) implements FundingFlaw {}

    /** The coin is in no block. */
    record Unconfirmed(Outpoint outpoint) implements FundingFlaw {}

    /** The coin is of a coinbase that is too young. */
    record Immature(Outpoint outpoint, BlockCount confirmations) implements FundingFlaw {}

    /** The coin is spent. */
    record Spent(Outpoint outpoint) implements FundingFlaw {}

    /** The coin stands there twice. */
    record Repeated(Outpoint outpoint) implements FundingFlaw {}

    /** A party brings something else than was agreed, or twice, or coins without being agreed on. */
    record OtherAmount(Party party, Coin agreed, Coin brought) implements FundingFlaw {}

    /** A party's part of the fee is too small. */
    record FeeTooLow(Party party, Coin least, Coin paid) implements FundingFlaw {}

    /** A party's change is too little, or goes to a script that this protocol does not pay to. */
    record BadChange(Party party, TxOutput change) implements FundingFlaw {}

    /** A signature of the input covers something else than all inputs and outputs. */
    record OtherSigHash(Outpoint outpoint, int type) implements FundingFlaw {}

    /** The input has no witness, or not one that spends the coin. */
    record BadWitness(Outpoint outpoint) implements FundingFlaw {}

    /** A PSBT is of another transaction. */
    record OtherPsbt(Sha256Hash txid) implements FundingFlaw {}
}
