package org.gridbolt.channel.state;

import java.util.Objects;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.ledger.LedgerBounds;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;

/**
 * What a channel has agreed on and no update changes, as one household sees it. What follows from that and is needed often is
 * computed once, which is why this is no record.
 */
public final class ChannelContext {

    private final HouseholdProfile profile;
    private final Signed<Terms> terms;
    private final FundedWallet wallet;

    private final PublicSide keys;
    private final ChannelDeed deed;
    private final ChannelRef ref;
    private final LedgerBounds bounds;

    /**
     * The context of one channel.
     *
     * @param profile this household
     * @param keys the public side of its keys in this channel
     * @param terms the signed terms, checked
     * @param wallet the wallet, with the scripts of all keys
     */
    public ChannelContext(HouseholdProfile profile, PublicSide keys, Signed<Terms> terms, FundedWallet wallet) {
        this.profile = profile;
        this.keys = keys;
        this.terms = terms;
        this.wallet = wallet;
        this.deed = new ChannelDeed(terms, wallet);
        this.ref = ChannelRef.of(terms.content(), wallet.outpoint());
        this.bounds = LedgerBounds.of(terms.content().limits());
    }

    /** This household. */
    public HouseholdProfile profile() {
        return profile;
    }

    /** This household's role. */
    public Party self() {
        return profile.role();
    }

    /** The other household's role. */
    public Party peer() {
        return profile.role().peer();
    }

    /** The signed terms. */
    public Signed<Terms> signedTerms() {
        return terms;
    }

    /** The terms. */
    public Terms terms() {
        return terms.content();
    }

    /** The name of the channel in everything that is signed. */
    public ChannelRef ref() {
        return ref;
    }

    /** The hash of the terms. */
    public Sha256Hash termsHash() {
        return ref.termsHash();
    }

    /** The wallet. */
    public FundedWallet wallet() {
        return wallet;
    }

    /** Where the wallet is. */
    public Outpoint outpoint() {
        return wallet.outpoint();
    }

    /** The static keys of all three. */
    public ChannelKeyRing ring() {
        return wallet.scripts().keys();
    }

    /** What the terms allow a state to be. */
    public LedgerBounds bounds() {
        return bounds;
    }

    /** The public side of this household's keys in this channel. */
    public PublicSide keys() {
        return keys;
    }

    /** What a signer is told of the channel with each order. */
    public ChannelDeed deed() {
        return deed;
    }

    /** The key with which this household signs contracts. */
    public PrivateKey nodeKey() {
        return profile.nodeKey();
    }

    /** The key with which the other household signs contracts. */
    public PublicKey peerNodeKey() {
        return terms().identity().nodeKey(peer());
    }

    /** Where this household's coins go. */
    public Bytes payout() {
        return wallet.scripts().payouts().of(self());
    }

    /** What room in a block costs, as the terms have it. */
    public FeeRate feeRate() {
        return terms().clauses().fundingFee();
    }

    /** The own version of a state. */
    public CommitmentTx ownVersion(OwnVersion version, PublicKey point) {
        return build(new CommitmentVersion(self(), version.number(), point), version.ledger());
    }

    /** A version of the peer. */
    public CommitmentTx peerVersion(PeerVersion version, PublicKey point) {
        return build(new CommitmentVersion(peer(), version.number(), point), version.ledger());
    }

    private CommitmentTx build(CommitmentVersion version, Ledger ledger) {
        return CommitmentTx.build(wallet, version, ledger.balances(), ledger.outputs());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelContext context
                && profile.equals(context.profile)
                && terms.equals(context.terms)
                && wallet.equals(context.wallet);
    }

    @Override
    public int hashCode() {
        return Objects.hash(profile.role(), wallet.outpoint());
    }

    @Override
    public String toString() {
        return "ChannelContext of " + self() + " at " + wallet.outpoint();
    }
}
