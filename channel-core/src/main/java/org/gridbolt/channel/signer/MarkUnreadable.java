package org.gridbolt.channel.signer;

import java.io.IOException;

/**
 * A record that is there and cannot be read: nothing is signed for its key id. It is not taken for a missing one, since what was
 * signed before would be forgotten; and no older one is put in its place, since an old record is as dangerous as an old state.
 */
public final class MarkUnreadable extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Cause {
        /** Cut short, longer than it says, or with other bytes than were written. */
        DAMAGED,
        /** Written by a newer version of this program: that one is to be used. */
        NEWER,
        /** Whole, and no record of this signer: of the other role, or of another version of this program. */
        OTHER_SIGNER
    }

    private final Cause reason;

    /** Says that the record of {@code whose} is unreadable. */
    MarkUnreadable(String whose, Cause reason) {
        super("the signer's record " + whose + " cannot be read (" + reason + "): nothing is signed by it");
        this.reason = reason;
    }

    /** What is wrong with the record. */
    public Cause reason() {
        return reason;
    }
}
