package org.gridbolt.penalty.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.BitcoindRpc;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** From the coinbases of real blocks to outputs that an ordinary wallet pays. */
@OnBitcoind
class FundOnBitcoindTest {

    private static final KeyHashScript ONE = new KeyHashScript(key("one miner").publicKey());
    private static final KeyHashScript OTHER =
            new KeyHashScript(key("other miner").publicKey());
    private static final int SLOT = 6;

    /** Two blocks by the one and four by the other: of 20001 coins 6667 and 13334. */
    @Test
    void a_forfeit_is_paid_to_whoever_mined_the_next_slot(Bitcoind bitcoind) {
        BlockHeight start = new BlockHeight(bitcoind.height() + 1 - SLOT);
        FundRule rule = FundRule.of(new PerMille(10), start, new BlockCount(SLOT));
        List<MinedBlock> blocks = new ArrayList<>();
        for (KeyHashScript miner : List.of(ONE, OTHER, OTHER, ONE, OTHER, OTHER)) {
            blocks.add(mined(miner, bitcoind));
        }
        Forfeit forfeit = new Forfeit(new ChannelId(hash("channel")), hash("ruling"), Coin.valueOf(20_001), Coin.ZERO);
        FundLedger empty = FundLedger.open(ChainId.REGTEST, rule, new Slot(0));
        FundLedger ledger = empty.with(empty.draft(new SlotIncome(List.of(forfeit), Coin.ZERO), blocks, List.of()))
                .orElseThrow();

        assertThat(ledger.payable())
                .containsExactlyInAnyOrder(
                        new TxOutput(Coin.valueOf(6_667), ONE.scriptPubKey()),
                        new TxOutput(Coin.valueOf(13_334), OTHER.scriptPubKey()));
        Transaction payment = paid(ledger.payable(), bitcoind);
        List<FundPayment> payments = ledger.payable().stream()
                .map(output -> FundPayment.of(payment.txid(), output))
                .toList();
        FundLedger after =
                ledger.with(ledger.draft(SlotIncome.NONE, List.of(), payments)).orElseThrow();
        assertThat(payment.outputs()).containsAll(ledger.payable());
        assertThat(after.owed()).isEmpty();
    }

    /** Who mined it is read from the block itself. */
    private static MinedBlock mined(KeyHashScript miner, Bitcoind bitcoind) {
        String address = miner.address(BitcoinNetwork.REGTEST).orElseThrow();
        String block = bitcoind.call("generatetoaddress", 1, address).path(0).asText();
        var coinbase = bitcoind.call("getblock", block, 2).path("tx").path(0).path("hex");
        Miner found = Miner.ofCoinbase(Transaction.ofHex(coinbase.asText())).orElseThrow();
        assertThat(found.script()).isEqualTo(miner.scriptPubKey());
        return new MinedBlock(new BlockHeight(bitcoind.height()), found);
    }

    /** By a wallet that knows nothing of the fund but these outputs. */
    private static Transaction paid(List<TxOutput> outputs, Bitcoind bitcoind) {
        BitcoindRpc wallet = bitcoind.wallet("payer");
        String own = wallet.call("getnewaddress").asText();
        Bytes script = Bytes.ofHex(
                bitcoind.call("validateaddress", own).path("scriptPubKey").asText());
        String unused = bitcoind.fund(script.toHex(), 1_000_000);
        List<Map<String, String>> wanted = outputs.stream()
                .map(output -> Map.of(address(output, bitcoind), output.value().toPlainString()))
                .toList();
        String raw = wallet.call("createrawtransaction", List.of(), wanted).asText();
        String funded = wallet.call("fundrawtransaction", raw, Map.of("fee_rate", 5))
                .path("hex")
                .asText();
        String signed =
                wallet.call("signrawtransactionwithwallet", funded).path("hex").asText();
        String txid = bitcoind.call("sendrawtransaction", signed).asText();
        assertThat(bitcoind.call("getblock", bitcoind.mine(1).get(0)).path("tx").toString())
                .contains(txid);
        return Transaction.ofHex(signed);
    }

    private static String address(TxOutput output, Bitcoind bitcoind) {
        return bitcoind.call("decodescript", output.script().toHex())
                .path("address")
                .asText();
    }
}
