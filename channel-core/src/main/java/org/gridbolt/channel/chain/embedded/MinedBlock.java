package org.gridbolt.channel.chain.embedded;

import java.util.List;
import org.gridbolt.channel.chain.BlockSource.Link;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.Transaction;

/**
 * A block.
 *
 * @param link which one it is, and on which one it stands
 * @param time in seconds
 * @param transactions the coinbase first
 * @param bytes as nodes send it
 */
record MinedBlock(Link link, int time, List<Transaction> transactions, Bytes bytes) {

    int height() {
        return link.block().height().value();
    }

    /** All but the coinbase. */
    List<Transaction> payments() {
        return transactions.subList(1, transactions.size());
    }
}
