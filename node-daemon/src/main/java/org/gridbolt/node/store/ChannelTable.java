package org.gridbolt.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;

/** The rows of channels and of their journals. What is read is held to its checksum. */
final class ChannelTable {

    private static final String COLUMNS =
            "SELECT id, key_id, role, restored, head, entries, journal, checksum FROM channel";

    private ChannelTable() {}

    /**
     * All rows.
     *
     * @param sound those that are as they were written
     * @param damaged the numbers of the others
     */
    record Rows(List<ChannelRow> sound, List<Long> damaged) {

        /** The highest number of a row. */
        long last() {
            return LongStream.concat(
                            sound.stream().mapToLong(ChannelRow::id),
                            damaged.stream().mapToLong(id -> id))
                    .max()
                    .orElse(0);
        }
    }

    static Rows all(Connection connection) throws SQLException {
        List<ChannelRow> sound = new ArrayList<>();
        List<Long> damaged = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + " ORDER BY id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Optional<ChannelRow> row = read(rows).filter(found -> isFirst(found, sound));
                row.ifPresent(sound::add);
                if (row.isEmpty()) {
                    damaged.add(rows.getLong(1));
                }
            }
        }
        return new Rows(sound, damaged);
    }

    private static boolean isFirst(ChannelRow row, List<ChannelRow> before) {
        return before.stream().noneMatch(other -> other.keyId().equals(row.keyId()));
    }

    /** The row of that number, if it is there and as it was written. */
    static Optional<ChannelRow> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + " WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? read(rows) : Optional.empty();
            }
        }
    }

    private static Optional<ChannelRow> read(ResultSet rows) throws SQLException {
        byte[] keyId = rows.getBytes(2);
        Optional<Party> role = role(rows.getInt(3));
        int restored = rows.getInt(4);
        int entries = rows.getInt(6);
        byte[] journal = rows.getBytes(7);
        boolean fits = keyId.length == KeyId.SIZE
                && role.isPresent()
                && restored >= 0
                && restored <= 1
                && entries >= 0
                && journal.length == Sha256Hash.LENGTH;
        if (!fits) {
            return Optional.empty();
        }
        ChannelRow row = new ChannelRow(
                rows.getLong(1),
                new KeyId(Bytes.of(keyId)),
                role.get(),
                restored == 1,
                Bytes.of(rows.getBytes(5)),
                entries,
                Sha256Hash.wrap(journal));
        Bytes checksum = Bytes.of(rows.getBytes(8));
        return Optional.of(row).filter(found -> found.checksum().equals(checksum));
    }

    /** A role is stored as the letter that the protocol writes for it. */
    private static Optional<Party> role(int letter) {
        return Stream.of(Party.values())
                .filter(party -> party.letter() == letter)
                .findFirst();
    }

    /** The journal of the channel, if it is whole. */
    static Optional<List<Bytes>> journal(Connection connection, ChannelRow row) throws SQLException {
        List<Bytes> entries = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT place, entry FROM journal WHERE channel = ? ORDER BY place")) {
            select.setLong(1, row.id());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong(1) != entries.size()) {
                        return Optional.empty();
                    }
                    entries.add(Bytes.of(rows.getBytes(2)));
                }
            }
        }
        boolean whole = entries.size() == row.entries()
                && ChannelRow.chained(Sha256Hash.ZERO_HASH, entries).equals(row.journal());
        return whole ? Optional.of(entries) : Optional.empty();
    }

    /** Replaces the row, and appends the newest entries of its journal. */
    static void put(Connection connection, ChannelRow row, List<Bytes> newest) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO channel (id, key_id, role, restored, head, entries, journal, checksum)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET restored = excluded.restored,"
                        + " head = excluded.head, entries = excluded.entries, journal = excluded.journal,"
                        + " checksum = excluded.checksum")) {
            insert.setLong(1, row.id());
            insert.setBytes(2, row.keyId().value().toArray());
            insert.setInt(3, row.role().letter());
            insert.setInt(4, row.restored() ? 1 : 0);
            insert.setBytes(5, row.head().toArray());
            insert.setInt(6, row.entries());
            insert.setBytes(7, row.journal().getBytes());
            insert.setBytes(8, row.checksum().toArray());
            insert.executeUpdate();
        }
        append(connection, row, newest);
    }

    private static void append(Connection connection, ChannelRow row, List<Bytes> newest) throws SQLException {
        if (newest.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO journal (channel, place, entry) VALUES (?, ?, ?)")) {
            int place = row.entries() - newest.size();
            for (Bytes entry : newest) {
                insert.setLong(1, row.id());
                insert.setLong(2, place++);
                insert.setBytes(3, entry.toArray());
                insert.executeUpdate();
            }
        }
    }
}
