package org.gridbolt.node.store;

import java.nio.file.Path;
import org.gridbolt.pricing.Flaw;

/**
 * The channels of a store that was just opened are not the newest there were. All of them are marked, for good, to be taken up as
 * from a backup.
 *
 * @param where the file of the channels
 * @param cause how it shows
 */
public record Staleness(Path where, Cause cause) implements Flaw {

    /** How it shows. */
    public enum Cause {
        /** It is a backup that was put there, by {@code restore} or by hand. */
        BACKUP("it is a backup"),
        /** It has fewer commits than its watermark or the signer's file have seen. */
        COMMITS_MISSING("it lacks what was saved last"),
        /** The signer's records are not those by which its channels were signed. */
        SIGNER_NEW("the signer's records are missing");

        private final String words;

        Cause(String words) {
            this.words = words;
        }
    }

    @Override
    public String message() {
        return "the channels in " + where + " may be old (" + cause.words
                + "): they publish nothing of their own from now on,"
                + " and wait for their peers to publish; ask them to";
    }
}
