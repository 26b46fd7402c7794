package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.script.WalletScript;
import org.gridbolt.multisig.script.WalletTemplate;

/**
 * What a transaction that spends the wallet says about itself. Whether it may is for others to judge.
 *
 * @param pair who signed it, as its witness proves once the transaction is mined
 * @param commitment the state it publishes, when it has a commitment's marks and A and B signed it; on a PLAIN wallet whoever signed
 *     it, since there the utility can complete what a household signed
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
    public static Optional<WalletSpend> recognise(FundedWallet wallet, Transaction transaction) {
        return transaction
                .inputSpending(wallet.outpoint())
                .flatMap(input -> pairOf(wallet, transaction, input)
                        .map(pair -> of(pair, transaction.inputs().get(input), wallet.scripts(), transaction)));
    }

    private static WalletSpend of(Branch pair, TxInput input, ChannelScripts scripts, Transaction transaction) {
        Optional<State> commitment = mayPublish(pair, scripts.template())
                ? scripts.numbers().read(transaction.lockTime(), input.sequence())
                : Optional.empty();
        return new WalletSpend(pair, commitment, rulingIn(transaction));
    }

    /** A household's signature on a commitment of a PLAIN wallet makes, with the utility's, that very commitment. */
    private static boolean mayPublish(Branch pair, WalletTemplate template) {
        return template == WalletTemplate.PLAIN || pair == Branch.CONSUMER_AND_PRODUCER;
    }

    private static Optional<Sha256Hash> rulingIn(Transaction transaction) {
        return transaction.outputs().stream()
                .flatMap(output -> OpReturnScript.parse(output.script()).stream())
                .map(OpReturnScript::ruling)
                .findFirst();
    }

    private static Optional<Branch> pairOf(FundedWallet wallet, Transaction transaction, int input) {
        List<Bytes> witness = transaction.inputs().get(input).witness();
        int last = witness.size() - 1;
        if (last < 0 || !witness.get(last).equals(wallet.scripts().walletScript())) {
            return Optional.empty();
        }
        return wallet.scripts().template() == WalletTemplate.PLAIN
                ? signersOf(wallet, transaction, input)
                : pathOf(witness, last);
    }

    /** The path is read as the interpreter reads it, from the top of the stack: a block may hold what no node relays. */
    private static Optional<Branch> pathOf(List<Bytes> witness, int last) {
        if (last < SIZE_FIRST_CHOICE - 1) {
            return Optional.empty();
        }
        if (isTrue(witness.get(last - 1))) {
            return Optional.of(Branch.CONSUMER_AND_PRODUCER);
        }
        return Optional.of(isTrue(witness.get(last - 2)) ? Branch.CONSUMER_AND_UTILITY : Branch.PRODUCER_AND_UTILITY);
    }

    /** A witness of PLAIN has one form for all pairs: whose signatures it holds says which. */
    private static Optional<Branch> signersOf(FundedWallet wallet, Transaction transaction, int input) {
        List<PublicKey> signers = AnyTwoWitness.parse(
                        transaction.inputs().get(input).witness())
                .map(witness -> witness.signers(transaction, input, wallet.value()))
                .orElse(List.of());
        List<Party> pair = Stream.of(Party.values())
                .filter(party -> signers.contains(
                        WalletTemplate.PLAIN.keyOf(wallet.scripts().keys().of(party), party)))
                .toList();
        return pair.size() == 2 ? Optional.of(WalletScript.branchOf(pair.get(0), pair.get(1))) : Optional.empty();
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
