package org.gridbolt.channel.fund;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/** The coins out of which miners are paid. */
public interface Treasury {

    /**
     * Pays all of {@code payments} by one transaction, which is offered to the chain from now on until it stands there; nothing,
     * and nothing is paid, while the coins do not cover them.
     */
    Optional<Transaction> pay(List<TxOutput> payments);

    /** The height of the block that has the payout {@code txid}, if one does. */
    Optional<BlockHeight> minedAt(Sha256Hash txid);
}
