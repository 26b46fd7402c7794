package org.gridbolt.channel.state;

import java.util.List;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Payouts;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;

/**
 * What an opening came to, as it is stored: everything else of a {@link ChannelContext} follows from it and from the household.
 *
 * @param keyId drawn by this household
 * @param terms the signed terms
 * @param peerKeys the peer's static keys
 * @param wallet where the wallet is
 * @param inputs what the funding spends: with one of them spent elsewhere the wallet can never appear
 */
public record Agreement(KeyId keyId, Signed<Terms> terms, PartyKeys peerKeys, Outpoint wallet, List<Outpoint> inputs) {

    public Agreement {
        inputs = List.copyOf(inputs);
    }

    /** The context that follows for that household. */
    public ChannelContext context(HouseholdProfile profile) {
        PublicSide keys = profile.keys().of(keyId);
        ChannelScripts scripts = scripts(terms.content(), keys.keys(), peerKeys);
        FundedWallet funded = new FundedWallet(scripts, wallet, terms.content().walletTotal());
        return new ChannelContext(profile, keys, terms, funded);
    }

    /** The scripts of a channel of these keys under {@code terms}. */
    static ChannelScripts scripts(Terms terms, PartyKeys own, PartyKeys theirs) {
        Identity identity = terms.identity();
        return new ChannelScripts(
                KeyRings.of(own, theirs, identity.utilityKeys()),
                terms.clauses().template(),
                terms.windows().csv(),
                terms.limits().dustLimit(),
                new Payouts(
                        identity.payoutScript(Party.CONSUMER),
                        identity.payoutScript(Party.PRODUCER),
                        identity.payoutScript(Party.UTILITY)));
    }
}
