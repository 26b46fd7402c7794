package org.gridbolt.multisig.tx;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;

/**
 * How a commitment carries its number in lock time and sequence, readable for the parties only: BOLT 3 ("Commitment
 * Transaction"), with one addition. Numbers end at 2^47, so bit 47 of the 48 is free: it says whose version it is, and
 * whoever watches the chain needs nothing but the transaction to know what was published.
 *
 * @param factor what the number is combined with by exclusive or, 48 bits
 */
record ObscuredNumber(long factor) {

    private static final int FACTOR_SIZE = 6;
    private static final int HALF_BITS = 24;
    private static final long HALF_MASK = 0xff_ffffL;
    private static final long LOCK_TIME_MARK = 0x20L << HALF_BITS;
    private static final long SEQUENCE_MARK = 0x80L << HALF_BITS;
    private static final long PRODUCERS = 1L << 47;

    /** With the factor of two keys, the opener's first: the last 48 bits of the hash of both. */
    static ObscuredNumber between(PublicKey opener, PublicKey other) {
        byte[] hash = Sha256Hash.hash(opener.bytes().concat(other.bytes()).toArray());
        Bytes low = Bytes.of(hash).slice(hash.length - FACTOR_SIZE, hash.length);
        return new ObscuredNumber(Long.parseLong(low.toHex(), 16));
    }

    private long obscured(Party owner, CommitmentNumber number) {
        return factor ^ (number.value() | (owner == Party.PRODUCER ? PRODUCERS : 0));
    }

    long lockTime(Party owner, CommitmentNumber number) {
        return LOCK_TIME_MARK | (obscured(owner, number) & HALF_MASK);
    }

    long sequence(Party owner, CommitmentNumber number) {
        return SEQUENCE_MARK | (obscured(owner, number) >>> HALF_BITS);
    }

    /** What the two fields say; nothing where their upper bits are not a commitment's. */
    Optional<WalletSpend.State> read(long lockTime, long sequence) {
        if ((lockTime & ~HALF_MASK) != LOCK_TIME_MARK || (sequence & ~HALF_MASK) != SEQUENCE_MARK) {
            return Optional.empty();
        }
        long clear = factor ^ (((sequence & HALF_MASK) << HALF_BITS) | (lockTime & HALF_MASK));
        Party owner = (clear & PRODUCERS) == 0 ? Party.CONSUMER : Party.PRODUCER;
        return Optional.of(new WalletSpend.State(owner, new CommitmentNumber(clear & ~PRODUCERS)));
    }
}
