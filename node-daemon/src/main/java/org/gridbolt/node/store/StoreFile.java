package org.gridbolt.node.store;

import java.nio.file.Path;
import java.util.List;

/** The two files of a store. */
enum StoreFile {
    /** The channels: what a backup is of. */
    CHANNELS("channels", 0x47424348),
    /** The signer's records, which nothing ever puts back. */
    SIGNER("signer", 0x47424d4b);

    /** The newest format of the tables that this program knows. */
    static final int FORMAT = 1;

    private static final String NODE_TABLE = "CREATE TABLE node (id INTEGER PRIMARY KEY, public_key BLOB NOT NULL,"
            + " epoch INTEGER NOT NULL, commits INTEGER NOT NULL, seen INTEGER NOT NULL, backup INTEGER NOT NULL,"
            + " checksum BLOB NOT NULL) STRICT";
    private static final String CHANNEL_TABLE = "CREATE TABLE channel (id INTEGER PRIMARY KEY, key_id BLOB NOT NULL,"
            + " role INTEGER NOT NULL, restored INTEGER NOT NULL, head BLOB NOT NULL, entries INTEGER NOT NULL,"
            + " journal BLOB NOT NULL, checksum BLOB NOT NULL) STRICT";
    private static final String JOURNAL_TABLE =
            "CREATE TABLE journal (channel INTEGER NOT NULL, place INTEGER NOT NULL,"
                    + " entry BLOB NOT NULL, PRIMARY KEY (channel, place)) STRICT, WITHOUT ROWID";
    private static final String MARK_TABLE = "CREATE TABLE mark (key_id BLOB PRIMARY KEY, mark BLOB NOT NULL,"
            + " checksum BLOB NOT NULL) STRICT, WITHOUT ROWID";

    private final String stem;
    private final int applicationId;

    StoreFile(String stem, int applicationId) {
        this.stem = stem;
        this.applicationId = applicationId;
    }

    Path in(Path directory) {
        return directory.resolve(stem + ".db");
    }

    Path watermark(Path directory) {
        return directory.resolve(stem + ".watermark");
    }

    /** What SQLite keeps in the file's head, so that nobody takes one file for another. */
    int applicationId() {
        return applicationId;
    }

    /** All tables, as they are made. */
    List<String> schema() {
        return switch (this) {
            case CHANNELS -> List.of(NODE_TABLE, CHANNEL_TABLE, JOURNAL_TABLE);
            case SIGNER -> List.of(NODE_TABLE, MARK_TABLE);
        };
    }

    StoreFlaw damaged(Path where, String what) {
        return this == CHANNELS ? new StoreFlaw.Damaged(where, what) : new StoreFlaw.SignerDamaged(where, what);
    }
}
