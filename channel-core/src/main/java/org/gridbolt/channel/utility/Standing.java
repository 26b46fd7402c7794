package org.gridbolt.channel.utility;

/** Where a unit stands in the newest version of one household, as its receipts tell. */
enum Standing {
    /** No version has held it. */
    NOT_YET,
    /** The newest version holds it. */
    HELD,
    /** A version held it, and the newest does not. */
    GONE;

    /** Where it stands next, when the newest version holds it or not. */
    Standing next(boolean held) {
        if (held) {
            return HELD;
        }
        return this == NOT_YET ? NOT_YET : GONE;
    }
}
