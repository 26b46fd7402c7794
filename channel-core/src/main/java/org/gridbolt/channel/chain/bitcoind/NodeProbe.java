package org.gridbolt.channel.chain.bitcoind;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainFlaw.PolicyRefuses;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * Asks a node, before a coin depends on it, whether a channel can live with it.
 *
 * <p>Whether it relays our packages is found out with transactions that spend an output which does not exist: a node looks
 * at the form of a transaction before it looks for the inputs, so "missing inputs" is the good answer and nothing can
 * ever come of the question.
 */
final class NodeProbe {

    private static final int OLDEST = 290_000;
    private static final Coin PAYMENT = Coin.valueOf(1_000);
    private static final Coin TRIMMED = Coin.valueOf(100);
    private static final long SEQUENCE = 0xffff_fffdL;
    private static final Bytes SCRIPT_HASH = Bytes.ofHex("0020" + "5a".repeat(32));
    private static final Bytes NOTE = Bytes.ofHex("6a28" + "5a".repeat(40));

    private final BitcoindRpc rpc;
    private final BitcoinNetwork network;

    NodeProbe(BitcoindRpc rpc, BitcoinNetwork network) {
        this.rpc = rpc;
        this.network = network;
    }

    /** The first thing that is wrong, if anything is. */
    Optional<ChainFlaw> flaw() {
        return Stream.<Supplier<Optional<ChainFlaw>>>of(
                        this::otherNetwork, this::tooOld, this::stillSyncing, this::policy)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<ChainFlaw> otherNetwork() {
        String chain = rpc.call("getblockchaininfo").path("chain").asText();
        return NetworkName.matches(chain, network)
                ? Optional.empty()
                : Optional.of(new ChainFlaw.OtherNetwork(rpc.where(), network, chain));
    }

    private Optional<ChainFlaw> tooOld() {
        JsonNode info = rpc.call("getnetworkinfo");
        return info.path("version").asInt() >= OLDEST
                ? Optional.empty()
                : Optional.of(new ChainFlaw.TooOld(
                        rpc.where(), info.path("subversion").asText()));
    }

    /** On regtest the newest block may be as old as one likes. */
    private Optional<ChainFlaw> stillSyncing() {
        JsonNode info = rpc.call("getblockchaininfo");
        boolean syncing = network != BitcoinNetwork.REGTEST
                && info.path("initialblockdownload").asBoolean();
        String progress =
                info.path("blocks").asInt() + " of " + info.path("headers").asInt() + " blocks";
        return syncing ? Optional.of(new ChainFlaw.StillSyncing(rpc.where(), progress)) : Optional.empty();
    }

    private Optional<ChainFlaw> policy() {
        // Knots names its rule for version 3; Core of these versions has no other than to enforce it.
        String truc = rpc.call("getmempoolinfo").path("truc_policy").asText("enforce");
        if (!truc.equals("enforce")) {
            return Optional.of(new PolicyRefuses(rpc.where(), "version 3 without its rules: mempooltruc=" + truc));
        }
        return refusalOf(Coin.ZERO, "an anchor without coins, or a note of 40 bytes")
                .or(() -> refusalOf(TRIMMED, "an anchor with a trimmed balance"));
    }

    private Optional<ChainFlaw> refusalOf(Coin anchor, String what) {
        JsonNode verdict =
                rpc.call("testmempoolaccept", List.of(probe(anchor).toHex())).path(0);
        String reason = verdict.path("reject-reason").asText();
        return reason.equals("missing-inputs")
                ? Optional.empty()
                : Optional.of(new PolicyRefuses(rpc.where(), what + ": " + reason));
    }

    private static Transaction probe(Coin anchor) {
        Outpoint nowhere = new Outpoint(Sha256Hash.of("gridbolt probe".getBytes(StandardCharsets.UTF_8)), 0);
        List<TxOutput> outputs = List.of(
                new TxOutput(anchor, AnchorScript.ANCHOR.scriptPubKey()),
                new TxOutput(PAYMENT, SCRIPT_HASH),
                new TxOutput(Coin.ZERO, NOTE));
        return new Transaction(Transaction.TRUC, List.of(TxInput.unsigned(nowhere, SEQUENCE)), outputs, 0);
    }
}
