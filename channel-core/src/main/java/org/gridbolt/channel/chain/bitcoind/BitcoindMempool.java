package org.gridbolt.channel.chain.bitcoind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.RejectCause;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.chain.SubmitResult.Accepted;
import org.gridbolt.channel.chain.SubmitResult.AlreadyKnown;
import org.gridbolt.channel.chain.SubmitResult.Rejected;
import org.gridbolt.multisig.tx.Transaction;

/** The way into a bitcoind's mempool, and what its answers mean. */
final class BitcoindMempool {

    /**
     * No bound on the rate of a package: it is held against the child alone, which pays for its parent too. A single
     * transaction keeps bitcoind's own bound.
     */
    private static final int ANY_RATE = 0;

    private static final String OWN_BOUND = "0.10";

    /** Our notes in {@code OP_RETURN} carry no coins: to burn one is a mistake. */
    private static final int BURN_NOTHING = 0;

    private final BitcoindRpc rpc;

    BitcoindMempool(BitcoindRpc rpc) {
        this.rpc = rpc;
    }

    SubmitResult submit(List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            throw new IllegalArgumentException("nothing to submit");
        }
        return transactions.size() == 1 ? submitOne(transactions.get(0)) : submitPackage(transactions);
    }

    private SubmitResult submitOne(Transaction transaction) {
        if (rpc.ask("getmempoolentry", transaction.txid().toString()) instanceof RpcAnswer.Result) {
            return new AlreadyKnown();
        }
        RpcAnswer answer = rpc.ask("sendrawtransaction", transaction.toHex(), OWN_BOUND, BURN_NOTHING);
        if (answer instanceof RpcAnswer.Refusal refusal) {
            boolean known = refusal.code() == RpcAnswer.Refusal.ALREADY_IN_CHAIN || isConfirmed(transaction);
            return known ? new AlreadyKnown() : rejected(transaction, refusal.message());
        }
        return new Accepted();
    }

    private SubmitResult submitPackage(List<Transaction> transactions) {
        List<String> hex = transactions.stream().map(Transaction::toHex).toList();
        RpcAnswer answer = rpc.ask("submitpackage", hex, ANY_RATE, BURN_NOTHING);
        if (answer instanceof RpcAnswer.Result result) {
            return judge(transactions, result.value());
        }
        RpcAnswer.Refusal refusal = (RpcAnswer.Refusal) answer;
        return rejected(last(transactions), refusal.message());
    }

    private SubmitResult judge(List<Transaction> transactions, JsonNode result) {
        List<JsonNode> verdicts = transactions.stream()
                .map(transaction -> verdict(result.path("tx-results"), transaction))
                .toList();
        String words = result.path("package_msg").asText();
        if (verdicts.get(0).has("error") && isConfirmed(transactions.get(0))) {
            return judgeRest(transactions, verdicts);
        }
        if (words.equals("success")) {
            return taken(verdicts);
        }
        return words.equals("transaction failed") ? worst(transactions, verdicts) : rejected(last(transactions), words);
    }

    /** A confirmed parent is an error to bitcoind, which takes the child all the same. */
    private static SubmitResult judgeRest(List<Transaction> transactions, List<JsonNode> verdicts) {
        List<JsonNode> rest = verdicts.subList(1, verdicts.size());
        boolean failed = rest.stream().anyMatch(verdict -> verdict.has("error"));
        return failed ? worst(transactions.subList(1, transactions.size()), rest) : taken(rest);
    }

    private static SubmitResult taken(List<JsonNode> verdicts) {
        return verdicts.stream().anyMatch(BitcoindMempool::isNew) ? new Accepted() : new AlreadyKnown();
    }

    /** The results stand by hashes over the witnesses too, and name the ids inside. */
    private static JsonNode verdict(JsonNode results, Transaction transaction) {
        String txid = transaction.txid().toString();
        for (JsonNode result : results) {
            if (result.path("txid").asText().equals(txid)) {
                return result;
            }
        }
        return results.path(txid);
    }

    /** Only what this submission brought has a rate of its own here. */
    private static boolean isNew(JsonNode verdict) {
        return verdict.path("fees").has("effective-feerate");
    }

    private static Rejected worst(List<Transaction> transactions, List<JsonNode> verdicts) {
        List<Rejected> refusals = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).has("error")) {
                refusals.add(rejected(
                        transactions.get(i), verdicts.get(i).path("error").asText()));
            }
        }
        return refusals.isEmpty() ? rejected(last(transactions), "transaction failed") : Rejected.mostTelling(refusals);
    }

    /** Whether the chain has it: some output of it is there. One whose outputs are all spent cannot be told. */
    private boolean isConfirmed(Transaction transaction) {
        Sha256Hash txid = transaction.txid();
        return IntStream.range(0, transaction.outputs().size())
                .anyMatch(i -> rpc.call("gettxout", txid.toString(), i, false).isObject());
    }

    private static Transaction last(List<Transaction> transactions) {
        return transactions.get(transactions.size() - 1);
    }

    private static Rejected rejected(Transaction transaction, String reason) {
        return new Rejected(transaction.txid(), RejectCause.of(reason), reason);
    }
}
