package org.gridbolt.channel.signing;

import java.util.Objects;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.Tag;

/**
 * Which channel an order is about: the terms that the utility signed, and the wallet with everybody's keys. A signer binds
 * a key id to one deed, for ever. Its hash is computed once, which is why this is no record.
 */
public final class ChannelDeed {

    private static final Tag TAG = Tag.of("gridbolt/deed/1");

    private final Signed<Terms> terms;
    private final FundedWallet wallet;
    private final Sha256Hash hash;
    private final boolean consistent;

    /**
     * The deed of one channel.
     *
     * @param terms the signed terms
     * @param wallet the wallet
     */
    public ChannelDeed(Signed<Terms> terms, FundedWallet wallet) {
        this.terms = terms;
        this.wallet = wallet;
        CanonicalWriter fields = new CanonicalWriter().hash(terms.hash()).outpoint(wallet.outpoint());
        wallet.scripts().keys().all().forEach(fields::key);
        this.hash = TAG.hash(fields.toBytes());
        this.consistent = isOf(terms.content(), wallet);
    }

    private static boolean isOf(Terms terms, FundedWallet wallet) {
        ChannelKeyRing keys = wallet.scripts().keys();
        return keys.utility().equals(terms.identity().utilityKeys())
                && wallet.value().equals(terms.walletTotal())
                && wallet.scripts().equals(terms.scripts(keys));
    }

    /** The signed terms. */
    public Signed<Terms> signedTerms() {
        return terms;
    }

    /** The terms. */
    public Terms terms() {
        return terms.content();
    }

    /** The wallet. */
    public FundedWallet wallet() {
        return wallet;
    }

    /** Of terms, outpoint and keys: from these everything else follows, which {@link #isConsistent} holds. */
    public Sha256Hash hash() {
        return hash;
    }

    /** Whether the wallet is the one that the terms make of these keys. */
    public boolean isConsistent() {
        return consistent;
    }

    /** The name of the channel in everything that is signed. */
    public ChannelRef ref() {
        return ChannelRef.of(terms(), wallet.outpoint());
    }

    /** Where a party is paid. */
    public Bytes payout(Party party) {
        return terms().payouts().of(party);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelDeed deed && terms.equals(deed.terms) && wallet.equals(deed.wallet);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hash);
    }

    @Override
    public String toString() {
        return "ChannelDeed of " + wallet.outpoint();
    }
}
