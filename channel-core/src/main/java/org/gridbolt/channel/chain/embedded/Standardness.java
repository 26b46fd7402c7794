package org.gridbolt.channel.chain.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * The forms that nodes relay.
 *
 * @param dustRate at which an output must be worth its own spending
 */
record Standardness(FeeRate dustRate) {

    private static final int VERSION_MAX = 3;
    private static final int WEIGHT_MAX = 400_000;
    private static final int STRIPPED_SIZE_MIN = 65;
    private static final int SCRIPT_SIG_MAX = 1_650;
    private static final int DUST_OUTPUTS_MAX = 1;
    private static final int WITNESS_SCRIPT_MAX = 3_600;
    private static final int STACK_ITEMS_MAX = 100;
    private static final int STACK_ITEM_SIZE_MAX = 80;

    /** What is wrong with its form, if anything is. */
    Optional<Rejection> flaw(Transaction transaction) {
        if (transaction.version() < 1 || transaction.version() > VERSION_MAX) {
            return refuse("version");
        }
        if (transaction.weight() > WEIGHT_MAX) {
            return refuse("tx-size");
        }
        if (transaction.withoutWitnesses().serialize().size() < STRIPPED_SIZE_MIN) {
            return refuse("tx-size-small");
        }
        boolean longScriptSig = transaction.inputs().stream()
                .anyMatch(input -> input.scriptSig().size() > SCRIPT_SIG_MAX);
        return longScriptSig ? refuse("scriptsig-size") : outputFlaw(transaction);
    }

    private Optional<Rejection> outputFlaw(Transaction transaction) {
        List<ScriptKind> kinds = transaction.outputs().stream()
                .map(output -> ScriptKind.of(output.script()))
                .toList();
        if (kinds.contains(ScriptKind.OTHER)) {
            return refuse("scriptpubkey");
        }
        if (dustOutputs(transaction).size() > DUST_OUTPUTS_MAX) {
            return refuse("dust");
        }
        long notes = kinds.stream().filter(kind -> kind == ScriptKind.NOTE).count();
        return notes > 1 ? refuse("multi-op-return") : Optional.empty();
    }

    /** The places of outputs that are worth less than spending them costs. */
    List<Integer> dustOutputs(Transaction transaction) {
        return IntStream.range(0, transaction.outputs().size())
                .filter(i -> isDust(transaction.outputs().get(i)))
                .boxed()
                .toList();
    }

    boolean isDust(TxOutput output) {
        int size = ScriptKind.of(output.script()).lifetimeSize(output.script());
        return output.value().isLessThan(dustRate.feeFor(size));
    }

    /** What is wrong with what it spends, if anything is; all inputs must exist. */
    Optional<Rejection> spendingFlaw(Transaction transaction, Coins coins) {
        for (TxInput input : transaction.inputs()) {
            TxOutput spent = coins.coin(input.outpoint()).orElseThrow().output();
            ScriptKind kind = ScriptKind.of(spent.script());
            if (!kind.isSpendable()) {
                return refuse("bad-txns-nonstandard-inputs");
            }
            if (!isStandardWitness(kind, input.witness())) {
                return refuse("bad-witness-nonstandard");
            }
        }
        return Optional.empty();
    }

    private static boolean isStandardWitness(ScriptKind kind, List<Bytes> witness) {
        return switch (kind) {
            case P2A -> witness.isEmpty();
            case P2WSH -> witness.isEmpty() || isStandardStack(witness);
            default -> true;
        };
    }

    private static boolean isStandardStack(List<Bytes> witness) {
        List<Bytes> items = witness.subList(0, witness.size() - 1);
        return witness.get(items.size()).size() <= WITNESS_SCRIPT_MAX
                && items.size() <= STACK_ITEMS_MAX
                && items.stream().allMatch(item -> item.size() <= STACK_ITEM_SIZE_MAX);
    }

    private static Optional<Rejection> refuse(String reason) {
        return Optional.of(Rejection.of(reason));
    }
}
