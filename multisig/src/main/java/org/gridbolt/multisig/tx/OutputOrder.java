package org.gridbolt.multisig.tx;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of outputs that gives nothing away and that all sides agree on: by value, then by script (BIP 69, BOLT 3). */
final class OutputOrder {

    static final Comparator<TxOutput> INSTANCE =
            Comparator.comparingLong((TxOutput output) -> output.value().value).thenComparing(TxOutput::script);

    private OutputOrder() {}

    static List<TxOutput> sorted(Collection<TxOutput> outputs) {
        return outputs.stream().sorted(INSTANCE).toList();
    }
}
