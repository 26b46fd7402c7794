package org.gridbolt.node.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.channel.signer.SignerMarks;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PublicKey;

/**
 * All that a node keeps: its channels in one file, its signer's records in another, both in a directory that it has for itself.
 *
 * <p>Each save returns once it survives a power cut; saves of many channels that come at the same time share one commit.
 * A store that cannot save throws {@link StoreUnusable}, which says what is wrong, where, and what to do, and keeps what it had.
 * Its methods may be called by any thread.
 */
public final class NodeStore implements AutoCloseable {

    private final StoreLock lock;
    private final GroupCommit channels;
    private final GroupCommit signer;
    private final DurableMarks marks;
    private final Optional<Staleness> staleness;
    private final Map<KeyId, ChannelRecord> records = new HashMap<>();
    private final List<StoreFlaw> damaged;
    private long lastId;

    private NodeStore(
            StoreLock lock,
            GroupCommit channels,
            GroupCommit signer,
            Optional<Staleness> staleness,
            ChannelTable.Rows rows,
            List<StoreFlaw> damaged) {
        this.lock = lock;
        this.channels = channels;
        this.signer = signer;
        this.marks = new DurableMarks(signer);
        this.staleness = staleness;
        this.damaged = List.copyOf(damaged);
        this.lastId = rows.last();
        rows.sound().forEach(row -> records.put(row.keyId(), new ChannelRecord(channels, row)));
    }

    /**
     * Opens the store in {@code directory}, which exists on a disk of this machine, or begins one there.
     *
     * @param directory of this node alone
     * @param node the key by which the node signs contracts
     * @throws StoreUnusable if it cannot be used: nothing was changed then
     */
    public static NodeStore open(Path directory, PublicKey node) throws StoreUnusable {
        return Opening.of(directory, node);
    }

    static NodeStore of(StoreLock lock, Database channels, Database signer, Optional<Staleness> staleness)
            throws StoreUnusable {
        ChannelTable.Rows rows = channels.read(ChannelTable::all);
        List<StoreFlaw> damaged = new ArrayList<>();
        rows.damaged().forEach(id -> damaged.add(new StoreFlaw.Damaged(channels.file(), "channel number " + id)));
        if (!signer.read(DurableMarks::areWhole)) {
            damaged.add(new StoreFlaw.SignerDamaged(signer.file(), "a record"));
        }
        return new NodeStore(lock, new GroupCommit(channels), new GroupCommit(signer), staleness, rows, damaged);
    }

    /** Why all channels were marked as old when the store was opened, if they were. */
    public Optional<Staleness> staleness() {
        return staleness;
    }

    /** The channels that can be loaded, with what this node is in them. */
    public synchronized Map<KeyId, Party> channels() {
        Map<KeyId, Party> roles = new HashMap<>();
        records.values().stream()
                .map(ChannelRecord::row)
                .filter(ChannelRow::isStored)
                .forEach(row -> roles.put(row.keyId(), row.role()));
        return roles;
    }

    /** What is wrong with channels and records that cannot be loaded; it keeps no other from running. */
    public List<StoreFlaw> damaged() {
        return damaged;
    }

    /** The signer's records. */
    public SignerMarks marks() {
        return marks;
    }

    /**
     * The place of a household's channel; one that is not stored yet begins with its first save.
     * One driver has it at a time.
     *
     * @param keyId the key id that the household drew for it
     */
    public DurableHousehold household(KeyId keyId, HouseholdProfile profile) throws StoreUnusable {
        return new DurableHousehold(record(keyId, profile.role()), profile);
    }

    /**
     * The place of a utility's channel; one that is not stored yet begins with its first save.
     * One driver has it at a time.
     */
    public DurableUtility utility(UtilityProfile profile, OpeningPlan plan) throws StoreUnusable {
        KeyId keyId = UtilityProfile.keyId(plan.nonce());
        return new DurableUtility(record(keyId, Party.UTILITY), profile, plan);
    }

    synchronized ChannelRecord record(KeyId keyId, Party role) throws StoreUnusable {
        ChannelRecord record =
                records.computeIfAbsent(keyId, id -> new ChannelRecord(channels, ChannelRow.first(++lastId, id, role)));
        if (record.row().role() != role) {
            throw new StoreUnusable(new StoreFlaw.OtherRole(channels.database().file(), keyId));
        }
        return record;
    }

    /** How many commits both files had together. */
    long commits() {
        return channels.database().row().commits() + signer.database().row().commits();
    }

    /** The one writer of the channels. */
    GroupCommit writer() {
        return channels;
    }

    /**
     * Writes a consistent copy of all channels, of this moment, to {@code file}, which does not exist yet; the channels go on
     * meanwhile. The signer's records are not in it: an old one is as dangerous as an old state.
     */
    @CanIgnoreReturnValue
    public Backup backup(Path file) throws StoreUnusable {
        return backup(lock.directory(), file);
    }

    /** The same, of the store in {@code directory}, which another process may have. */
    public static Backup backup(Path directory, Path file) throws StoreUnusable {
        return Backup.write(directory, file);
    }

    /**
     * Puts a backup where no channels are. The next {@link #open} marks all of them: they never publish a state of their own, and
     * wait for their peers to.
     *
     * @param backup what {@link #backup} wrote
     * @param directory of the store; the signer's records may be there, and stay
     * @param node the key by which the node signs contracts: a backup of another node is refused
     */
    @CanIgnoreReturnValue
    public static Backup restore(Path backup, Path directory, PublicKey node) throws StoreUnusable {
        return restore(backup, directory, Optional.of(node));
    }

    /** The same, for a node whose key is not at hand: a backup of another node than the signer's records there is refused still. */
    static Backup restore(Path backup, Path directory, Optional<PublicKey> node) throws StoreUnusable {
        return Backup.restore(backup, directory, node);
    }

    /** Commits what waits and lets others open the store. */
    @Override
    public void close() throws IOException {
        try (lock;
                signer) {
            channels.close();
        }
    }
}
