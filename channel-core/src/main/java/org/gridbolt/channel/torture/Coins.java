package org.gridbolt.channel.torture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.broadcast.Reserve;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingFees;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.FundingTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Limits;

/** A party's own coins on chain, all at one key: one to fund with, others to pay for transactions without fee. */
final class Coins implements Reserve {

    private static final FundingFees FEES = new FundingFees(FeeRate.RELAY, Limits.DUST_LIMIT);
    private static final Coin BUMP = Coin.valueOf(60_000);
    private static final int BUMPS = 6;

    private final PrivateKey key;
    private final KeyHashScript script;
    private final FundingInput funding;
    private final List<FundingInput> bumps = new ArrayList<>();
    private final Map<Sha256Hash, FundingInput> paying = new HashMap<>();

    /** Filled by {@code miner}. */
    Coins(PrivateKey key, RegtestMiner miner, Coin funds, Climate climate) {
        this.key = key;
        this.script = new KeyHashScript(key.publicKey());
        this.funding = fund(miner, funds, climate);
        for (int i = 0; i < BUMPS; i++) {
            bumps.add(fund(miner, BUMP, climate));
        }
    }

    private FundingInput fund(RegtestMiner miner, Coin coins, Climate climate) {
        RegtestMiner.Funded funded = miner.fund(script.scriptPubKey(), coins);
        climate.note(funded.transaction());
        return FundingInput.of(funded.transaction(), funded.outpoint().index());
    }

    /** What {@code party} brings to a channel. */
    FundingContribution contribution(Party party, Coin amount) {
        Bytes change = script.scriptPubKey();
        return FundingContribution.of(party, amount, List.of(funding), change, FEES, party == Party.CONSUMER)
                .orElseThrow();
    }

    /** The witnesses of the coin that funds the channel. */
    List<List<Bytes>> witnesses(FundingTx tx) {
        return List.of(tx.witness(funding.outpoint(), key));
    }

    /** Spends the coin that funds the channel on something else. */
    Transaction spendElsewhere() {
        Spend spend = new Spend(funding.outpoint(), funding.value(), script, Branch.OWNER);
        return ClaimTx.paying(List.of(spend), script.scriptPubKey(), new FeeRate(20_000), Limits.DUST_LIMIT)
                .orElseThrow()
                .signed(List.of(key), Map.of());
    }

    @Override
    public Optional<Transaction> child(Transaction parent, FeeRate rate, Coin mostCoins) {
        Stream<FundingInput> used = Optional.ofNullable(paying.get(parent.txid())).stream();
        Stream<FundingInput> free = bumps.stream().sorted(Comparator.comparing(FundingInput::value));
        return Stream.concat(used, free)
                .map(coin -> new Spend(coin.outpoint(), coin.value(), script, Branch.OWNER))
                .flatMap(coin -> BumpTx.build(parent, coin, script.scriptPubKey(), rate, Limits.DUST_LIMIT).stream())
                .filter(bump -> !bump.fee().isGreaterThan(mostCoins))
                .map(bump -> bump.signed(key))
                .findFirst();
    }

    @Override
    public void sent(Transaction child) {
        bumps.stream()
                .filter(coin -> child.inputSpending(coin.outpoint()).isPresent())
                .findFirst()
                .ifPresent(coin -> {
                    bumps.remove(coin);
                    paying.put(
                            child.inputs().get(BumpTx.ANCHOR_INPUT).outpoint().txid(), coin);
                });
    }

    @Override
    public void gone(Outpoint coin) {
        bumps.removeIf(held -> held.outpoint().equals(coin));
        paying.values().removeIf(held -> held.outpoint().equals(coin));
    }
}
