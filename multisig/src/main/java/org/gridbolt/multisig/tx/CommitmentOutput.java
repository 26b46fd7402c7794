package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.OutputScript;

/**
 * An output of a commitment, with what it means.
 *
 * @param index its place
 * @param value its coins
 * @param script its script
 * @param role what it is
 */
public record CommitmentOutput(int index, Coin value, OutputScript script, Role role) {

    /** What an output of a commitment is. */
    public sealed interface Role {}

    /** The balance of {@code holder}. */
    public record Balance(Party holder) implements Role {}

    /** A pending unit. */
    public record Unit(PendingUnit unit) implements Role {}

    /** The anchor, with what is too little for outputs of its own. */
    public record Anchor() implements Role {}
}
