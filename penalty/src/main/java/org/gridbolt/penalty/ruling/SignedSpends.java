package org.gridbolt.penalty.ruling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * The utility's record of what it signed under a ruling: at most one spend of the wallet per channel, and of each output of a
 * commitment that confirmed instead. An entry is stored before the signature leaves.
 *
 * <p>Encoding: count (4), then outpoint (36) and transaction id (32), in the order in which they were recorded.
 *
 * <p>MUST 6.2: one spend of the wallet in a channel's life.
 *
 * @param spends the id of the one transaction that was signed for each outpoint
 */
public record SignedSpends(Map<Outpoint, Sha256Hash> spends) {

    /** Nothing signed yet. */
    public static final SignedSpends NONE = new SignedSpends(Map.of());

    /** The wallet, both balances, and the units of both versions: more cannot be signed for. */
    private static final int SPENDS_MAX = 256;

    public SignedSpends {
        spends = Collections.unmodifiableMap(new LinkedHashMap<>(spends));
    }

    /**
     * The record with {@code txid} as the spend of {@code outpoint}, the same again included; nothing when another one was
     * signed, and this one must not be, or when there is no room to record it.
     */
    public Optional<SignedSpends> with(Outpoint outpoint, Sha256Hash txid) {
        Map<Outpoint, Sha256Hash> more = new LinkedHashMap<>(spends);
        Sha256Hash recorded = more.getOrDefault(outpoint, txid);
        more.put(outpoint, recorded);
        return recorded.equals(txid) && more.size() <= SPENDS_MAX
                ? Optional.of(new SignedSpends(more))
                : Optional.empty();
    }

    /** The record with {@code claim} as the spend of each output that it takes; nothing when another was signed for one of them. */
    public Optional<SignedSpends> with(ClaimTx claim) {
        Optional<SignedSpends> recorded = Optional.of(this);
        for (Spend spend : claim.spends()) {
            recorded = recorded.flatMap(earlier -> earlier.with(spend.outpoint(), claim.txid()));
        }
        return recorded;
    }

    /** Whether {@code claim} is on record as the spend of each output that it takes. */
    public boolean holds(ClaimTx claim) {
        return claim.spends().stream().allMatch(spend -> claim.txid().equals(spends.get(spend.outpoint())));
    }

    /** The bytes to store. */
    public Bytes encode() {
        return new CanonicalWriter()
                .list(
                        List.copyOf(spends.entrySet()),
                        (out, spend) -> out.outpoint(spend.getKey()).hash(spend.getValue()))
                .toBytes();
    }

    /** The record that {@code bytes} spell. */
    public static Outcome<SignedSpends, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(bytes, SignedSpends::readFrom);
    }

    private static SignedSpends readFrom(CanonicalReader reader) {
        Map<Outpoint, Sha256Hash> spends = new LinkedHashMap<>();
        reader.list(SPENDS_MAX, in -> Map.entry(in.outpoint(), in.hash())).forEach(spend -> {
            if (spends.put(spend.getKey(), spend.getValue()) != null) {
                throw new IllegalArgumentException("two spends of " + spend.getKey());
            }
        });
        return new SignedSpends(spends);
    }
}
