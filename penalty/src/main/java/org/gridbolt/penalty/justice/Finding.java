package org.gridbolt.penalty.justice;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.WalletSpend;

/** What the watchtower makes of the transaction that spent the wallet. */
public sealed interface Finding {

    /**
     * A version that its owner has disclaimed: what it holds there is the victim's.
     *
     * @param commitment the version, rebuilt
     */
    record Revoked(CommitmentTx commitment) implements Finding {}

    /**
     * A version that nothing on record revokes. It is left alone.
     *
     * @param commitment the version, rebuilt
     */
    record Standing(CommitmentTx commitment) implements Finding {}

    /**
     * A commitment by its marks, which cannot be rebuilt from what was stated: of a point never told, or with a unit that was
     * never ticketed.
     *
     * @param state what its marks say
     * @param revoked whether the record says that this state is revoked
     */
    record Unexplained(WalletSpend.State state, boolean revoked) implements Finding {}

    /**
     * No commitment: the two households closed together, or one of them and the utility carried out a ruling.
     *
     * @param pair who signed
     * @param ruling the ruling that it names, if it names one
     */
    record Settled(Branch pair, Optional<Sha256Hash> ruling) implements Finding {}

    /** A spend that the wallet's script cannot explain: no node accepts it. */
    record Impossible() implements Finding {}
}
