package org.gridbolt.channel.torture;

/**
 * Ends a process at one of its boundaries: before and after a write, before a sync, and before each letter and each publication.
 */
final class Fuse {

    private static final int UNLIT = -1;

    private int left = UNLIT;

    /** The process ends after so many more boundaries. */
    void light(int boundaries) {
        left = boundaries;
    }

    /** It does not end any more. */
    void putOut() {
        left = UNLIT;
    }

    /** One more boundary. */
    void boundary() {
        if (left == 0) {
            left = UNLIT;
            throw new PowerCut();
        }
        if (left > 0) {
            left--;
        }
    }
}
