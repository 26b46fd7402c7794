package org.gridbolt.channel.chain.embedded;

import java.util.Set;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.tx.Transaction;

/**
 * A transaction that stands in the mempool, or could.
 *
 * @param transaction it
 * @param txid its id, since the transaction hashes itself each time it is asked
 * @param vsize its virtual bytes
 * @param fee what it leaves to the miner
 * @param conflicts the transactions of the mempool that it would replace, without what builds on them
 */
record Candidate(Transaction transaction, Sha256Hash txid, int vsize, Coin fee, Set<Sha256Hash> conflicts)
        implements Judged {

    boolean isTruc() {
        return transaction.version() == Transaction.TRUC;
    }

    Candidate replacing(Set<Sha256Hash> replaced) {
        return new Candidate(transaction, txid, vsize, fee, replaced);
    }

    Chunk chunk() {
        return new Chunk(fee.value, vsize);
    }
}
