package org.gridbolt.channel.signer;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * What a signer remembers of one version.
 *
 * @param number its number
 * @param point its owner's point
 * @param digest what a signature on it signs, which is different for any other content
 * @param balances whose coins are whose in it
 * @param pending the coins of its units
 */
record VersionMark(CommitmentNumber number, PublicKey point, Sha256Hash digest, Allocation balances, Coin pending) {

    static VersionMark of(CommitmentTx version) {
        return new VersionMark(
                version.version().number(),
                version.version().point(),
                version.digest(),
                version.balances(),
                pending(version));
    }

    static Coin pending(CommitmentTx version) {
        return version.units().stream().map(PendingUnit::amount).reduce(Coin.ZERO, Coin::add);
    }

    boolean is(CommitmentTx version) {
        return digest.equals(version.digest());
    }

    /** The same where the digest is not known: of the own version 0 the record has the coins alone. */
    boolean mayBe(CommitmentTx version) {
        return digest.equals(Sha256Hash.ZERO_HASH)
                ? balances.equals(version.balances()) && pending.equals(pending(version))
                : is(version);
    }

    void writeTo(CanonicalWriter writer) {
        writer.state(number)
                .key(point)
                .hash(digest)
                .coins(balances.consumer())
                .coins(balances.producer())
                .coins(balances.utility())
                .coins(pending);
    }

    static VersionMark readFrom(CanonicalReader reader) {
        return new VersionMark(
                reader.state(),
                reader.key(),
                reader.hash(),
                new Allocation(reader.coins(), reader.coins(), reader.coins()),
                reader.coins());
    }
}
