package org.gridbolt.channel.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingFees;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.FundingTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;

/**
 * A party's own coins on chain, all at one key: what it funds a channel with, and what it keeps to pay for the confirmation of
 * transactions that pay no fee.
 */
final class Purse {

    private final PrivateKey key;
    private final KeyHashScript script;
    private final List<FundingInput> coins = new ArrayList<>();

    /** An empty purse at {@code key}. */
    Purse(PrivateKey key) {
        this.key = key;
        this.script = new KeyHashScript(key.publicKey());
    }

    /** Where to pay it. */
    Bytes script() {
        return script.scriptPubKey();
    }

    /** Notes every output of a confirmed transaction that pays this purse. Doing so twice does no harm. */
    void receive(Transaction confirmed) {
        for (int index = 0; index < confirmed.outputs().size(); index++) {
            boolean ours = confirmed.outputs().get(index).script().equals(script());
            if (ours && !holds(confirmed.outpoint(index))) {
                coins.add(FundingInput.of(confirmed, index));
            }
        }
        confirmed.inputs().forEach(this::spent);
    }

    private boolean holds(Outpoint outpoint) {
        return coins.stream().anyMatch(coin -> coin.outpoint().equals(outpoint));
    }

    private void spent(TxInput input) {
        coins.removeIf(coin -> coin.outpoint().equals(input.outpoint()));
    }

    /** Notes that the mempool has {@code accepted}: what it spends is gone, what it pays back comes with its confirmation. */
    void sent(Transaction accepted) {
        accepted.inputs().forEach(this::spent);
    }

    /** All coins in it. */
    Coin total() {
        return coins.stream().map(FundingInput::value).reduce(Coin.ZERO, Coin::add);
    }

    /**
     * Brings {@code amount} to the funding of a channel out of the smallest coin that is large enough; nothing when none is.
     *
     * @param common whether this party pays for what belongs to nobody alone
     */
    Optional<FundingContribution> contribution(Party party, Coin amount, FundingFees fees, boolean common) {
        return bySize().flatMap(
                        coin -> FundingContribution.of(party, amount, List.of(coin), script(), fees, common).stream())
                .findFirst();
    }

    /** The witnesses of {@code contribution} in {@code funding}, in its order. */
    List<List<Bytes>> witnesses(FundingTx funding, FundingContribution contribution) {
        return contribution.inputs().stream()
                .map(input -> funding.witness(input.outpoint(), key))
                .toList();
    }

    /** The child that pays for {@code parent}, out of the smallest coin that is large enough; nothing when none is. */
    Optional<Transaction> bump(Transaction parent, FeeRate rate, Coin dustLimit) {
        return bySize().map(coin -> new Spend(coin.outpoint(), coin.value(), script, Branch.OWNER))
                .flatMap(coin -> BumpTx.build(parent, coin, script(), rate, dustLimit).stream())
                .map(bump -> bump.signed(key))
                .findFirst();
    }

    private Stream<FundingInput> bySize() {
        return coins.stream().sorted(Comparator.comparing(FundingInput::value));
    }
}
