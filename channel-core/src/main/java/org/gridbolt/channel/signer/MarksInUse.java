package org.gridbolt.channel.signer;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Another process, or another part of this one, signs by the same records. Two that each know a part of what was signed would sign two states of
 * one channel; so the second one does not begin. The system gives the records free when the first one ends, however it ends.
 */
public final class MarksInUse extends IOException {

    private static final long serialVersionUID = 1;

    /** Says that {@code directory} is taken. */
    MarksInUse(Path directory) {
        super("the signer's records in " + directory + " are in use by another process: only one may sign by them");
    }
}
