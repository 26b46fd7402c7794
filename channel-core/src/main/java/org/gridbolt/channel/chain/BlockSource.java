package org.gridbolt.channel.chain;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.tx.Transaction;

/** Where a {@link ChainFollower} reads: the blocks of a node. */
public interface BlockSource {

    /** The hash of the newest block. */
    Sha256Hash bestBlock();

    /** Where a block stands and on which one; also of a block that is no longer part of the chain. */
    Link link(Sha256Hash block);

    /** The transactions of a block, in their order. */
    List<Transaction> transactions(Sha256Hash block);

    /**
     * A block and the one it stands on.
     *
     * @param block the block
     * @param previous the one below; all zeros for the first of all
     */
    record Link(ChainTip block, Sha256Hash previous) {}
}
