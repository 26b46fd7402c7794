package org.gridbolt.channel.chain.embedded;

import java.util.function.IntUnaryOperator;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;

/**
 * The locks on a transaction itself: until a height or a time ({@code nLockTime}), or for so long after its inputs
 * confirmed (BIP 68), as the block above the tip would see them.
 *
 * @param height of that block
 * @param medianTime of the eleven blocks below it (BIP 113), in seconds
 * @param medianTimeBelow the same for the block at a given height
 */
record TimeLocks(int height, int medianTime, IntUnaryOperator medianTimeBelow) {

    private static final long SEQUENCE_FINAL = 0xffff_ffffL;
    private static final long DISABLED = 1L << 31;
    private static final long BY_TIME = 1L << 22;
    private static final int MASK = 0xffff;
    private static final int TIME_SHIFT = 9;

    /** Whether the block may have it, as far as the lock on all of it goes. */
    boolean isFinal(Transaction transaction) {
        long now = transaction.lockTime() < BlockHeight.LOCK_TIME_THRESHOLD ? height : medianTime;
        return transaction.lockTime() < now
                || transaction.inputs().stream().allMatch(input -> input.sequence() == SEQUENCE_FINAL);
    }

    /** Whether the block may have it, as far as the ages of its inputs go. */
    boolean isRipe(Transaction transaction, Coins coins) {
        boolean relative = transaction.version() >= 2 || transaction.version() < 0;
        return !relative || transaction.inputs().stream().noneMatch(input -> isLocked(input, coins));
    }

    private boolean isLocked(TxInput input, Coins coins) {
        if ((input.sequence() & DISABLED) != 0) {
            return false;
        }
        int made = coins.coin(input.outpoint()).map(UnspentCoin::height).orElse(height);
        int span = (int) (input.sequence() & MASK);
        return (input.sequence() & BY_TIME) == 0
                ? made + span > height
                : medianTimeBelow.applyAsInt(made) + (span << TIME_SHIFT) > medianTime;
    }
}
