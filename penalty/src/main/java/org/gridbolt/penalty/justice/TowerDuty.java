package org.gridbolt.penalty.justice;

import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Terms;

/**
 * What a watchtower guards, and by which rules: all of it known when the channel opens, none of it secret.
 *
 * @param wallet the wallet and the scripts of its channel
 * @param terms the channel's terms
 * @param channel the channel that receipts must name
 */
public record TowerDuty(FundedWallet wallet, Terms terms, ChannelRef channel) {

    /** The duty over {@code wallet} under {@code terms}. */
    public static TowerDuty of(FundedWallet wallet, Terms terms) {
        return new TowerDuty(wallet, terms, ChannelRef.of(terms, wallet.outpoint()));
    }

    PublicKey nodeKey(Party side) {
        return terms.identity().nodeKey(side);
    }

    /** Where the victim's coins go, whoever takes them. */
    Bytes payout(Party victim) {
        return wallet.scripts().payouts().of(victim);
    }

    BlockCount delay() {
        return terms.depths().towerDelay();
    }

    BlockCount irrevocable() {
        return terms.depths().irrevocable();
    }
}
