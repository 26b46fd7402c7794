package org.gridbolt.multisig.tx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;

/**
 * The transaction that makes the wallet, with up to three funders. It follows from the contributions alone, in whatever order
 * they come, so that each side builds it itself and compares bytes.
 *
 * @param scripts of the channel
 * @param value the coins of the wallet
 * @param inputs in the order of the transaction
 * @param unsigned the transaction
 */
public record FundingTx(ChannelScripts scripts, Coin value, List<FundingInput> inputs, Transaction unsigned)
        implements ChannelTx {

    private static final int VERSION = 2;

    public FundingTx {
        inputs = List.copyOf(inputs);
    }

    /** Of contributions that {@link FundingCheck} found no flaw in. Inputs and outputs are in the order of BIP 69. */
    public static FundingTx build(ChannelScripts scripts, List<FundingContribution> contributions) {
        List<FundingInput> inputs = contributions.stream()
                .flatMap(contribution -> contribution.inputs().stream())
                .sorted(Comparator.comparing(FundingInput::outpoint, FundingTx::inOrder))
                .toList();
        List<TxInput> spending = inputs.stream()
                .map(input -> TxInput.unsigned(input.outpoint(), Spend.REPLACEABLE))
                .toList();
        Coin value = contributions.stream().map(FundingContribution::amount).reduce(Coin.ZERO, Coin::add);
        List<TxOutput> outputs = outputs(new TxOutput(value, scripts.walletScriptPubKey()), contributions);
        return new FundingTx(scripts, value, inputs, new Transaction(VERSION, spending, outputs, 0));
    }

    private static int inOrder(Outpoint one, Outpoint other) {
        int byTxid =
                Bytes.of(one.txid().getBytes()).compareTo(Bytes.of(other.txid().getBytes()));
        return byTxid != 0 ? byTxid : Integer.compare(one.index(), other.index());
    }

    private static List<TxOutput> outputs(TxOutput wallet, List<FundingContribution> contributions) {
        Stream<TxOutput> changes = contributions.stream().flatMap(contribution -> contribution.change().stream());
        return OutputOrder.sorted(Stream.concat(Stream.of(wallet), changes).toList());
    }

    /** Who pays for what belongs to nobody alone: the first, in the order A, B, U, that brings an input. */
    public static Optional<Party> firstFunder(List<FundingContribution> contributions) {
        return contributions.stream()
                .filter(contribution -> !contribution.inputs().isEmpty())
                .map(FundingContribution::party)
                .min(Comparator.naturalOrder());
    }

    /** The wallet that this makes: found by its value too, since somebody's change may go to the same script. */
    public FundedWallet wallet() {
        int index = unsigned.outputs().indexOf(new TxOutput(value, scripts.walletScriptPubKey()));
        return new FundedWallet(scripts, unsigned.outpoint(index), value);
    }

    /** For a wallet program to sign: a PSBT (BIP 174) with the whole previous transactions. */
    public Psbt psbt() {
        return Psbt.of(this);
    }

    /** The witness of a P2WPKH input by its {@code key}; an {@link IllegalArgumentException} when it is not its key. */
    public List<Bytes> witness(Outpoint outpoint, PrivateKey key) {
        return FundingWitness.sign(this, indexOf(outpoint), key);
    }

    /** What is wrong with {@code witness} for {@code outpoint}, if anything: everybody else's must be checked before use. */
    public Optional<FundingFlaw> flawOf(Outpoint outpoint, List<Bytes> witness) {
        return FundingWitness.flawOf(this, indexOf(outpoint), witness);
    }

    private int indexOf(Outpoint outpoint) {
        return unsigned.inputSpending(outpoint)
                .orElseThrow(() -> new IllegalArgumentException("no input of this funding: " + outpoint));
    }

    /** The transaction to publish; an {@link IllegalArgumentException} when a witness is missing. */
    public Transaction signed(Map<Outpoint, List<Bytes>> witnesses) {
        List<List<Bytes>> ordered = new ArrayList<>();
        for (FundingInput input : inputs) {
            List<Bytes> witness = witnesses.get(input.outpoint());
            if (witness == null) {
                throw new IllegalArgumentException("no witness for " + input.outpoint());
            }
            ordered.add(witness);
        }
        return unsigned.withWitnesses(ordered);
    }
}
