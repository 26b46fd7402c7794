package org.gridbolt.channel.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.broadcast.Reserve;
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
import org.gridbolt.multisig.tx.PayoutTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Limits;

/**
 * A party's own coins on chain, all at one key: what it funds a channel with, and what it keeps to pay for the confirmation of
 * transactions that pay no fee.
 */
final class Purse implements Reserve {

    private static final Coin DUST_LIMIT = Limits.DUST_LIMIT;

    private final PrivateKey key;
    private final KeyHashScript script;
    private final List<FundingInput> coins = new ArrayList<>();
    private final Map<Sha256Hash, FundingInput> paying = new HashMap<>();

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
        return Stream.concat(coins.stream(), paying.values().stream())
                .anyMatch(coin -> coin.outpoint().equals(outpoint));
    }

    private void spent(TxInput input) {
        gone(input.outpoint());
    }

    @Override
    public void gone(Outpoint coin) {
        coins.removeIf(held -> held.outpoint().equals(coin));
        paying.values().removeIf(held -> held.outpoint().equals(coin));
    }

    /** What the child spends pays for its parent alone from now on; what it pays back comes with its confirmation. */
    @Override
    public void sent(Transaction child) {
        Sha256Hash parent = child.inputs().get(BumpTx.ANCHOR_INPUT).outpoint().txid();
        Outpoint spent = child.inputs().get(BumpTx.COIN_INPUT).outpoint();
        coins.stream().filter(coin -> coin.outpoint().equals(spent)).findFirst().ifPresent(coin -> {
            coins.remove(coin);
            Optional.ofNullable(paying.put(parent, coin)).ifPresent(coins::add);
        });
    }

    /** Takes back what children spent that are nowhere any more, since another transaction is in their parent's place. */
    void takeBack(Predicate<Outpoint> isUnspent) {
        List<FundingInput> back = paying.values().stream()
                .filter(coin -> isUnspent.test(coin.outpoint()))
                .toList();
        paying.values().removeAll(back);
        coins.addAll(back);
    }

    /** All coins in it that pay for nothing yet. */
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

    /** Out of the coin that pays for the parent already, or else the smallest that is large enough. */
    @Override
    public Optional<Transaction> child(Transaction parent, FeeRate rate, Coin mostCoins) {
        return Stream.concat(Optional.ofNullable(paying.get(parent.txid())).stream(), bySize())
                .map(coin -> new Spend(coin.outpoint(), coin.value(), script, Branch.OWNER))
                .flatMap(coin -> BumpTx.build(parent, coin, script(), rate, DUST_LIMIT).stream())
                .filter(bump -> !bump.fee().isGreaterThan(mostCoins))
                .map(bump -> bump.signed(key))
                .findFirst();
    }

    /** Pays all of {@code payments} out of as few coins as cover them, which are gone then; nothing when all do not. */
    Optional<Transaction> pay(List<TxOutput> payments) {
        List<FundingInput> largestFirst = coins.stream()
                .sorted(Comparator.comparing(FundingInput::value).reversed())
                .toList();
        return IntStream.rangeClosed(1, largestFirst.size())
                .mapToObj(count -> largestFirst.subList(0, count).stream()
                        .map(coin -> new Spend(coin.outpoint(), coin.value(), script, Branch.OWNER))
                        .toList())
                .flatMap(spends -> PayoutTx.build(spends, payments, script(), DUST_LIMIT).stream())
                .map(payout -> payout.signed(key))
                .peek(paid -> paid.inputs().forEach(this::spent))
                .findFirst();
    }

    private Stream<FundingInput> bySize() {
        return coins.stream().sorted(Comparator.comparing(FundingInput::value));
    }
}
