package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.testing.Bitcoind;

/** An example channel whose transactions go to a bitcoind. */
record OnChain(ExampleChannel channel, Bitcoind bitcoind) {

    private static final PrivateKey BUMPER = ExampleChannel.key("bumper");
    private static final Coin BUMP_COIN = Coin.valueOf(5_000_000);

    FundedWallet fundedWallet(long coins) {
        return new FundedWallet(
                channel.scripts, fund(channel.scripts.wallet().scriptPubKey(), coins), Coin.valueOf(coins));
    }

    Outpoint fund(Bytes script, long coins) {
        String[] parts = bitcoind.fund(script.toHex(), coins).split(":", 2);
        return new Outpoint(Sha256Hash.wrap(parts[0]), Integer.parseInt(parts[1]));
    }

    /** A child that pays for {@code parent} with a fresh coin. */
    Transaction bump(Transaction parent, int coinsPerKvb) {
        KeyHashScript script = new KeyHashScript(BUMPER.publicKey());
        Spend coin = new Spend(fund(script.scriptPubKey(), BUMP_COIN.value), BUMP_COIN, script, Branch.OWNER);
        return BumpTx.build(
                        parent,
                        coin,
                        ExampleChannel.payout(Party.UTILITY),
                        new FeeRate(coinsPerKvb),
                        ExampleChannel.DUST)
                .orElseThrow()
                .signed(BUMPER);
    }

    /** Submits a transaction without fee and a child that pays; what bitcoind says to it. */
    String submit(Transaction parent, int coinsPerKvb) {
        return submit(parent, bump(parent, coinsPerKvb));
    }

    String submit(Transaction parent, Transaction child) {
        JsonNode answer = bitcoind.submitPackage(parent.toHex(), child.toHex());
        String message = answer.path("package_msg").asText();
        return "success".equals(message) ? message : message + " " + answer.path("tx-results");
    }

    /** Submits a transaction without fee with a child and mines both. */
    void confirm(Transaction parent) {
        assertThat(submit(parent, 5000)).isEqualTo("success");
        assertThat(isInBlock(parent, mine())).isTrue();
    }

    /** Submits a transaction that pays its own fee and mines it. */
    void confirmAlone(Transaction transaction) {
        bitcoind.call("sendrawtransaction", transaction.toHex());
        assertThat(isInBlock(transaction, mine())).isTrue();
    }

    String mine() {
        return bitcoind.mine(1).get(0);
    }

    boolean isInBlock(Transaction transaction, String block) {
        return bitcoind.call("getblock", block)
                .path("tx")
                .toString()
                .contains(transaction.txid().toString());
    }

    /** What is unspent at the registered script of {@code party} in {@code transaction}. */
    static Coin paid(Transaction transaction, Party party) {
        return transaction.outputs().stream()
                .filter(output -> output.script().equals(ExampleChannel.payout(party)))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }

    static Allocation paid(Transaction transaction) {
        return new Allocation(
                paid(transaction, Party.CONSUMER), paid(transaction, Party.PRODUCER), paid(transaction, Party.UTILITY));
    }
}
