package org.gridbolt.penalty.fund;

import java.util.Comparator;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * Who mined a block, as the block says it: by the script that its coinbase pays. A miner with two scripts is two here, and gains
 * at most the coin by which its shares are rounded.
 *
 * @param script where it is paid, 1 to {@value #SCRIPT_BYTES_MAX} bytes
 */
public record Miner(Bytes script) {

    /** The longest script that a miner may be known by; the longest that every node relays is shorter. */
    public static final int SCRIPT_BYTES_MAX = 520;

    private static final byte OP_RETURN = 0x6a;

    public Miner {
        if (!isPayable(script)) {
            throw new IllegalArgumentException("nobody can be paid by the script " + script);
        }
    }

    /** Who is paid most by {@code coinbase}, the first of several; nobody when it burns everything, or is no coinbase. */
    public static Optional<Miner> ofCoinbase(Transaction coinbase) {
        if (!coinbase.isCoinbase()) {
            return Optional.empty();
        }
        Comparator<TxOutput> byValue = Comparator.comparing(TxOutput::value);
        return coinbase.outputs().stream()
                .filter(output -> isPayable(output.script()))
                .reduce((one, other) -> byValue.compare(other, one) > 0 ? other : one)
                .map(output -> new Miner(output.script()));
    }

    private static boolean isPayable(Bytes script) {
        return script.size() > 0 && script.size() <= SCRIPT_BYTES_MAX && script.at(0) != OP_RETURN;
    }

    @Override
    public String toString() {
        return script.toHex();
    }
}
