package org.gridbolt.channel.utility;

import java.util.Objects;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Payouts;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.justice.TowerDuty;

/**
 * What a channel has agreed on and no update changes, as the utility sees it. What follows from that and is needed often is
 * computed once, which is why this is no record.
 */
public final class UtilityContext {

    private final UtilityProfile profile;
    private final Signed<Terms> terms;
    private final FundedWallet wallet;

    private final ChannelDeed deed;
    private final ChannelRef ref;
    private final Preimages preimages;
    private final TowerDuty duty;

    /**
     * The context of one channel.
     *
     * @param profile the utility
     * @param terms the terms that it signed
     * @param wallet the wallet, with the scripts of all keys
     */
    public UtilityContext(UtilityProfile profile, Signed<Terms> terms, FundedWallet wallet) {
        this.profile = profile;
        this.terms = terms;
        this.wallet = wallet;
        this.deed = new ChannelDeed(terms, wallet);
        this.ref = ChannelRef.of(terms.content(), wallet.outpoint());
        this.preimages = profile.preimageKey().preimages();
        this.duty = new TowerDuty(wallet, terms.content(), ref);
    }

    /** The context of the channel whose wallet is at {@code outpoint}, of these keys under these terms. */
    static UtilityContext of(UtilityProfile profile, Signed<Terms> terms, ChannelKeyRing keys, Outpoint outpoint) {
        Terms content = terms.content();
        Identity identity = content.identity();
        ChannelScripts scripts = new ChannelScripts(
                keys,
                content.clauses().template(),
                content.windows().csv(),
                content.limits().dustLimit(),
                new Payouts(
                        identity.payoutScript(Party.CONSUMER),
                        identity.payoutScript(Party.PRODUCER),
                        identity.payoutScript(Party.UTILITY)));
        return new UtilityContext(profile, terms, new FundedWallet(scripts, outpoint, content.walletTotal()));
    }

    /** What the history begins with. */
    HistoryEntry.Opened opened() {
        ChannelKeyRing keys = wallet.scripts().keys();
        return new HistoryEntry.Opened(terms, keys.consumer(), keys.producer(), wallet.outpoint());
    }

    /** The context of the channel whose history begins like that. */
    static UtilityContext of(UtilityProfile profile, HistoryEntry.Opened opened) {
        ChannelKeyRing keys = new ChannelKeyRing(
                opened.consumer(),
                opened.producer(),
                opened.terms().content().identity().utilityKeys());
        return of(profile, opened.terms(), keys, opened.wallet());
    }

    /** The utility. */
    public UtilityProfile profile() {
        return profile;
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

    /** The wallet. */
    public FundedWallet wallet() {
        return wallet;
    }

    /** What a signer is told of the channel with each order. */
    ChannelDeed deed() {
        return deed;
    }

    /** What the watchtower guards. */
    TowerDuty duty() {
        return duty;
    }

    PublicKey nodeKey(Party party) {
        return terms().identity().nodeKey(party);
    }

    Preimages preimages() {
        return preimages;
    }

    /** What reveals the unit of {@code ticket}, which stands in the book of that number. */
    Bytes preimage(int book, Ticket ticket) {
        return preimages.of(ref, book, ticket.draft());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UtilityContext context
                && profile.equals(context.profile)
                && terms.equals(context.terms)
                && wallet.equals(context.wallet);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ref);
    }

    @Override
    public String toString() {
        return "UtilityContext at " + wallet.outpoint();
    }
}
