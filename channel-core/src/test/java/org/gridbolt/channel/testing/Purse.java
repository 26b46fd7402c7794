package org.gridbolt.channel.testing;

import java.util.ArrayList;
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

/** A household's own coins: one to fund with, some to pay for transactions without fee. */
public final class Purse implements Reserve {

    private static final FeeRate RATE = FeeRate.RELAY;
    private static final Coin DUST = Coin.valueOf(330);
    private static final Coin BUMP_COIN = Coin.valueOf(50_000);

    private final PrivateKey key;
    private final KeyHashScript script;
    private final FundingInput funding;
    private final List<FundingInput> bumps = new ArrayList<>();
    private final Map<Sha256Hash, FundingInput> paying = new HashMap<>();

    Purse(PrivateKey key, RegtestMiner regtest, Coin funds) {
        this.key = key;
        this.script = new KeyHashScript(key.publicKey());
        this.funding = fund(regtest, funds);
        for (int i = 0; i < 4; i++) {
            bumps.add(fund(regtest, BUMP_COIN));
        }
    }

    private Purse(Purse other) {
        this.key = other.key;
        this.script = other.script;
        this.funding = other.funding;
        this.bumps.addAll(other.bumps);
        this.paying.putAll(other.paying);
    }

    /** The same coins again, for another course of events. */
    public Purse copy() {
        return new Purse(this);
    }

    private FundingInput fund(RegtestMiner regtest, Coin coins) {
        var funded = regtest.fund(script.scriptPubKey(), coins);
        return FundingInput.of(funded.transaction(), funded.outpoint().index());
    }

    /** Where it is paid. */
    public Bytes script() {
        return script.scriptPubKey();
    }

    /** The coin that funds the channel. */
    public FundingInput coin() {
        return funding;
    }

    FundingContribution contribution(Party party, Coin amount) {
        return FundingContribution.of(
                        party, amount, List.of(funding), script(), new FundingFees(RATE, DUST), party == Party.CONSUMER)
                .orElseThrow();
    }

    /** Spends the funding coin on something else. */
    public Transaction spendElsewhere() {
        Spend spend = new Spend(funding.outpoint(), funding.value(), script, Branch.OWNER);
        return ClaimTx.paying(List.of(spend), script(), RATE, DUST)
                .orElseThrow()
                .signed(List.of(key), Map.of());
    }

    List<List<Bytes>> witnesses(FundingTx tx) {
        return List.of(tx.witness(funding.outpoint(), key));
    }

    @Override
    public Optional<Transaction> child(Transaction parent, FeeRate rate, Coin mostCoins) {
        return Stream.concat(Optional.ofNullable(paying.get(parent.txid())).stream(), bumps.stream())
                .map(coin -> new Spend(coin.outpoint(), coin.value(), script, Branch.OWNER))
                .flatMap(coin -> BumpTx.build(parent, coin, script(), rate, DUST).stream())
                .filter(bump -> !bump.fee().isGreaterThan(mostCoins))
                .map(bump -> bump.signed(key))
                .findFirst();
    }

    @Override
    public void sent(Transaction child) {
        Transaction known = child;
        bumps.stream()
                .filter(coin -> known.inputSpending(coin.outpoint()).isPresent())
                .findFirst()
                .ifPresent(coin -> {
                    bumps.remove(coin);
                    paying.put(
                            known.inputs().get(BumpTx.ANCHOR_INPUT).outpoint().txid(), coin);
                });
    }

    @Override
    public void gone(Outpoint coin) {
        bumps.removeIf(held -> held.outpoint().equals(coin));
        paying.values().removeIf(held -> held.outpoint().equals(coin));
    }

    /** The child that pays for {@code parent}. */
    public Transaction bump(Transaction parent) {
        FundingInput coin = bumps.remove(0);
        Spend spend = new Spend(coin.outpoint(), coin.value(), script, Branch.OWNER);
        return BumpTx.build(parent, spend, script(), RATE, DUST).orElseThrow().signed(key);
    }
}
