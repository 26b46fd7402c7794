package org.gridbolt.channel.chain;

import java.util.List;
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
    record Rejected(Sha256Hash txid, RejectCause cause, String reason) implements SubmitResult {

        /**
         * Of the refusals of a package's transactions, in their order and at least one, the one that explains the others:
         * the last, unless it only follows from an earlier one. (A parent without fee is always refused alone; a child
         * whose parent was refused lacks an input.)
         */
        public static Rejected mostTelling(List<Rejected> refusals) {
            return refusals.stream()
                    .filter(refusal -> !refusal.followsFromAnother())
                    .reduce((first, second) -> second)
                    .orElseGet(() -> refusals.get(refusals.size() - 1));
        }

        private boolean followsFromAnother() {
            return cause == RejectCause.INPUTS_MISSING_OR_SPENT || reason.equals("package-not-validated");
        }
    }

    /** Whether the mempool or the chain has it. */
    default boolean isThere() {
        return !(this instanceof Rejected);
    }
}
