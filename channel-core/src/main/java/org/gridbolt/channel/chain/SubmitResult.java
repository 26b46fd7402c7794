package org.gridbolt.channel.chain;

import org.bitcoinj.base.Sha256Hash;

/** How a mempool answered. */
public sealed interface SubmitResult {

    /** All of it is in the mempool now. */
    record Accepted() implements SubmitResult {}

    /** All of it was there before, in the mempool or in a block. */
    record AlreadyKnown() implements SubmitResult {}

    /**
     * Nothing that mattered was taken. A parent that stands without its child may have been.
     *
     * @param txid of the transaction that was refused; of the last one if the package as a whole was
     * @param cause what a caller can act on
     * @param reason the words of the node
     */
    record Rejected(Sha256Hash txid, RejectCause cause, String reason) implements SubmitResult {}

    /** Whether the mempool or the chain has it. */
    default boolean isThere() {
        return !(this instanceof Rejected);
    }
}
