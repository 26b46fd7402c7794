package org.gridbolt.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signer.SignerMarks;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/** The signer's records on the disk, in a file that no backup holds. */
final class DurableMarks implements SignerMarks {

    private final GroupCommit writer;

    DurableMarks(GroupCommit writer) {
        this.writer = writer;
    }

    @Override
    public Optional<Bytes> load(KeyId keyId) throws StoreUnusable {
        return writer.database().read(connection -> load(connection, keyId));
    }

    private Optional<Bytes> load(Connection connection, KeyId keyId) throws SQLException, StoreUnusable {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT mark, checksum FROM mark WHERE key_id = ?")) {
            select.setBytes(1, keyId.value().toArray());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Bytes mark = Bytes.of(rows.getBytes(1));
                if (!checksum(keyId, mark).equals(Bytes.of(rows.getBytes(2)))) {
                    throw damaged("the record of " + keyId);
                }
                return Optional.of(mark);
            }
        }
    }

    /** Whether every record is as it was written, its key id too. */
    static boolean areWhole(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT key_id, mark, checksum FROM mark");
                ResultSet rows = select.executeQuery()) {
            boolean whole = true;
            while (rows.next()) {
                Bytes keyId = Bytes.of(rows.getBytes(1));
                whole &= keyId.size() == KeyId.SIZE
                        && checksum(new KeyId(keyId), Bytes.of(rows.getBytes(2)))
                                .equals(Bytes.of(rows.getBytes(3)));
            }
            return whole;
        }
    }

    private StoreUnusable damaged(String what) {
        return new StoreUnusable(new StoreFlaw.SignerDamaged(writer.database().file(), what));
    }

    @Override
    public void save(KeyId keyId, Bytes mark) throws StoreUnusable {
        Bytes checksum = checksum(keyId, mark);
        writer.commit(connection -> put(connection, keyId, mark, checksum));
    }

    private static void put(Connection connection, KeyId keyId, Bytes mark, Bytes checksum) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO mark (key_id, mark, checksum)"
                + " VALUES (?, ?, ?) ON CONFLICT (key_id) DO UPDATE SET mark = excluded.mark,"
                + " checksum = excluded.checksum")) {
            insert.setBytes(1, keyId.value().toArray());
            insert.setBytes(2, mark.toArray());
            insert.setBytes(3, checksum.toArray());
            insert.executeUpdate();
        }
    }

    private static Bytes checksum(KeyId keyId, Bytes mark) {
        CanonicalWriter content = new CanonicalWriter(mark.size() + 64)
                .octet(1)
                .fixed(keyId.value())
                .bytes(mark);
        return Bytes.of(Sha256Hash.hash(content.toBytes().toArray()));
    }
}
