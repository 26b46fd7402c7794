package org.gridbolt.node.store;

import java.nio.file.Path;
import java.util.Optional;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.pricing.Flaw;

/**
 * Why a store cannot be used. Whatever it is, nothing on the disk was overwritten, nothing was signed, and no channel is closed for
 * it.
 */
public sealed interface StoreFlaw extends Flaw {

    /** The file or directory that it is about. */
    Path where();

    /** Whether only a new process can go on: what is on the disk is no longer known to be what was written. */
    default boolean isFinal() {
        return false;
    }

    /**
     * Another process has the store open, or this one.
     *
     * @param where the directory
     * @param holder the id of that process, if it can be told
     */
    record InUse(Path where, Optional<Long> holder) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is in use" + holder.map(id -> " by process " + id).orElse("")
                    + ": stop that one; two nodes on one store would sign two states";
        }
    }

    /**
     * Another process has opened the store since: this one may have been paused, or copied with its machine.
     *
     * @param where the file
     */
    record Fenced(Path where) implements StoreFlaw {
        @Override
        public String message() {
            return where + " was taken over by another process: this one saves and signs nothing more; stop it";
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /**
     * Other bytes than were written, or fewer.
     *
     * @param where the file
     * @param what which part of it, and how it shows
     */
    record Damaged(Path where, String what) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is damaged (" + what + "): keep a copy of it, and restore a backup of the channels";
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /**
     * A backup that is not what was written.
     *
     * @param where the file
     * @param what which part of it, and how it shows
     */
    record BackupDamaged(Path where, String what) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is damaged (" + what + ") and was not restored: use another backup";
        }
    }

    /**
     * A file of channels that is not a backup: the node that has it may go on with it.
     *
     * @param where the file
     */
    record NoBackup(Path where) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is no backup: name a file that was made as one";
        }
    }

    /**
     * The signer's records are not what was written.
     *
     * @param where the file
     * @param what which part of it, and how it shows
     */
    record SignerDamaged(Path where, String what) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is damaged (" + what + "), and nothing is signed by it: move it away and start again;"
                    + " the channels then wait for their peers to close";
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /**
     * The signer's records are older than what was signed by them.
     *
     * @param where the file
     */
    record SignerBehind(Path where) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is older than what was signed by it: put the newest one back; if it is lost, move this one"
                    + " away, and the channels wait for their peers to close";
        }
    }

    /**
     * Written by a newer version of this program.
     *
     * @param where the file
     * @param what which part of it
     * @param found the version of its format
     * @param known the newest version that this program reads
     */
    record Newer(Path where, String what, int found, int known) implements StoreFlaw {
        @Override
        public String message() {
            return what + " in " + where + " is of format " + found + ", and this program reads up to " + known
                    + ": use the program that wrote it, or a newer one";
        }
    }

    /**
     * No room left.
     *
     * @param where the file
     */
    record DiskFull(Path where) implements StoreFlaw {
        @Override
        public String message() {
            return "no room left on the disk of " + where + ": free some and start again; what was saved is kept";
        }
    }

    /**
     * The disk fails. What it has is known only once it is read again.
     *
     * @param where the file
     * @param reason the error
     */
    record DiskFailed(Path where, String reason) implements StoreFlaw {
        @Override
        public String message() {
            return "the disk fails under " + where + " (" + reason + "): see to the disk and start again";
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /**
     * It may not be written to.
     *
     * @param where the file or directory
     */
    record NotWritable(Path where) implements StoreFlaw {
        @Override
        public String message() {
            return where + " cannot be written: make it a directory that this user may read and write, with its files";
        }
    }

    /**
     * There is nothing where something should be.
     *
     * @param where the file or directory
     * @param what what should be there
     */
    record Missing(Path where, String what) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is not there (" + what + "): put it back or restore a backup";
        }
    }

    /**
     * No file of this kind.
     *
     * @param where the file
     */
    record Foreign(Path where) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is no store of channels: name another file";
        }
    }

    /**
     * It belongs to another node.
     *
     * @param where the file
     * @param found whose it is
     * @param self the node that asks
     */
    record OtherNode(Path where, PublicKey found, PublicKey self) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is of the node " + found + ", and this node is " + self
                    + ": use the file of this node, or the key of that one";
        }
    }

    /**
     * A file would be overwritten.
     *
     * @param where the file
     */
    record Exists(Path where) implements StoreFlaw {
        @Override
        public String message() {
            return where + " is there already and is not overwritten: move it away, or name another place";
        }
    }

    /**
     * A channel whose stored state is of the other role.
     *
     * @param where the file
     * @param channel which
     */
    record OtherRole(Path where, KeyId channel) implements StoreFlaw {
        @Override
        public String message() {
            return "channel " + channel + " in " + where + " is stored for another role: start the node in that one";
        }
    }

    /**
     * A new channel would take the place of a stored one.
     *
     * @param where the file
     * @param channel which
     */
    record ChannelExists(Path where, KeyId channel) implements StoreFlaw {
        @Override
        public String message() {
            return "channel " + channel + " is in " + where + " already: resume it, or draw another key id";
        }
    }

    /**
     * What is stored of one channel is not what was written. The others are not concerned.
     *
     * @param where the file
     * @param channel which
     * @param what which part of it
     */
    record ChannelDamaged(Path where, KeyId channel, String what) implements StoreFlaw {
        @Override
        public String message() {
            return "channel " + channel + " in " + where + " is damaged (" + what
                    + ") and does not run: recover it from the"
                    + " seed, the terms and the receipts, which the utility has";
        }
    }

    /**
     * A restored channel that was only being opened: in the meantime it may have been opened and gone on under the same keys.
     *
     * @param where the file
     * @param channel which
     */
    record OpeningRestored(Path where, KeyId channel) implements StoreFlaw {
        @Override
        public String message() {
            return "channel " + channel + " in " + where
                    + " comes from a backup made while it was being opened, and is not"
                    + " gone on with: recover it from the seed, the terms and the receipts, or ask for another channel";
        }
    }

    /**
     * The store was closed.
     *
     * @param where the file
     */
    record Closed(Path where) implements StoreFlaw {
        @Override
        public String message() {
            return where + " was closed: open the store again";
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }
}
