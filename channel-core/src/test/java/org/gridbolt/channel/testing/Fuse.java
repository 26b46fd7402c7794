package org.gridbolt.channel.testing;

/**
 * Ends a process at one of its boundaries: before a save, and before each order to the signer, letter and publication after it. A process that
 * ended hears of nothing until it is started again.
 */
final class Fuse {

    private static final int UNLIT = -1;

    private int left = UNLIT;
    private boolean burnt;

    /** The end of the process. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    void light(int boundaries) {
        left = boundaries;
    }

    boolean isBurnt() {
        return burnt;
    }

    /** Puts it out, and forgets that it had burnt. */
    void replace() {
        left = UNLIT;
        burnt = false;
    }

    void boundary() {
        if (burnt || left == 0) {
            burnt = true;
            throw new Crash();
        }
        if (left > 0) {
            left--;
        }
    }
}
