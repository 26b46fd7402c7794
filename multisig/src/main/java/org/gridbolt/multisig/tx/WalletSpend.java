package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.OpReturnScript;

/**
 * What a transaction that spends the wallet says about itself. Whether it may is for others to judge.
 *
 * @param pair who signed it, as the path of its witness proves once the transaction is mined
 * @param commitment the state it publishes, when A and B signed it and it has a commitment's marks
 * @param ruling the hash of the ruling it names, if it names one
 */
public record WalletSpend(Branch pair, Optional<State> commitment, Optional<Sha256Hash> ruling) {

    private static final int SIZE_FIRST_CHOICE = 5;
    private static final byte NEGATIVE_ZERO = (byte) 0x80;

    /**
     * A state, by whose version of it was published.
     *
     * @param owner the household whose version it is
     * @param number the state's number, as the owner counts
     */
    public record State(Party owner, CommitmentNumber number) {}

    /** Reads {@code transaction}; nothing when it does not spend {@code wallet} with a witness of its script. */
    public static Optional<WalletSpend> recognise(ChannelScripts scripts, Outpoint wallet, Transaction transaction) {
        return transaction
                .inputSpending(wallet)
                .map(transaction.inputs()::get)
                .flatMap(input -> pairOf(input.witness(), scripts).map(pair -> of(pair, input, scripts, transaction)));
    }

    private static WalletSpend of(Branch pair, TxInput input, ChannelScripts scripts, Transaction transaction) {
        Optional<State> commitment = pair == Branch.CONSUMER_AND_PRODUCER
                ? scripts.numbers().read(transaction.lockTime(), input.sequence())
                : Optional.empty();
        return new WalletSpend(pair, commitment, rulingIn(transaction));
    }

    private static Optional<Sha256Hash> rulingIn(Transaction transaction) {
        return transaction.outputs().stream()
                .flatMap(output -> OpReturnScript.parse(output.script()).stream())
                .map(OpReturnScript::ruling)
                .findFirst();
    }

    /** The path is read as the interpreter reads it, from the top of the stack: a block may hold what no node relays. */
    private static Optional<Branch> pairOf(List<Bytes> witness, ChannelScripts scripts) {
        int last = witness.size() - 1;
        if (last < SIZE_FIRST_CHOICE - 1 || !witness.get(last).equals(scripts.walletScript())) {
            return Optional.empty();
        }
        if (isTrue(witness.get(last - 1))) {
            return Optional.of(Branch.CONSUMER_AND_PRODUCER);
        }
        return Optional.of(isTrue(witness.get(last - 2)) ? Branch.CONSUMER_AND_UTILITY : Branch.PRODUCER_AND_UTILITY);
    }

    private static boolean isTrue(Bytes element) {
        for (int i = 0; i < element.size(); i++) {
            boolean isSign = i == element.size() - 1 && element.at(i) == NEGATIVE_ZERO;
            if (element.at(i) != 0 && !isSign) {
                return true;
            }
        }
        return false;
    }
}
