package org.gridbolt.channel.utility;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.SignInputs;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.WalletEvent.InputsSigned;
import org.gridbolt.channel.message.UtilityFunded;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingTx;

/**
 * PENDING: the wallet is known and not as deep in the chain as the terms ask.
 *
 * @param channel the channel
 * @param confirmed the block that made the wallet, once there is one
 * @param contributions what everybody brings, as long as the utility still has to sign for its part; else nothing
 */
public record Funding(UtilityChannel channel, Optional<BlockHeight> confirmed, List<FundingContribution> contributions)
        implements OpenState {

    public Funding {
        contributions = List.copyOf(contributions);
    }

    /** One that the utility does not sign. */
    public Funding(UtilityChannel channel, Optional<BlockHeight> confirmed) {
        this(channel, confirmed, List.of());
    }

    @Override
    public Funding with(UtilityChannel next) {
        return new Funding(next, confirmed, contributions);
    }

    /** Asks the utility's own wallet for its signature, if the utility brings something: the households come first. */
    List<ChannelAction> signing() {
        return contributions.stream()
                .filter(contribution -> contribution.party() == Party.UTILITY)
                .<ChannelAction>map(own -> new SignInputs(funding(), own))
                .toList();
    }

    private FundingTx funding() {
        return FundingTx.build(channel.context().wallet().scripts(), contributions);
    }

    @Override
    public UtilityTransition resume() {
        return OpenState.super.resume().and(signing());
    }

    /** A household that comes back may have missed the signature. */
    @Override
    public UtilityTransition onConnected(Connected event) {
        return OpenState.super.onConnected(event).and(signing());
    }

    @Override
    public UtilityTransition onInputsSigned(InputsSigned event) {
        boolean own =
                !contributions.isEmpty() && event.fundingTxid().equals(funding().txid());
        return own
                ? new UtilityTransition(this, Routine.toBoth(new UtilityFunded(event.fundingTxid(), event.witnesses())))
                : stay();
    }

    @Override
    public UtilityTransition proceed(UtilityChannel next) {
        boolean deep = confirmed.filter(height -> isDeep(height, next)).isPresent();
        return deep
                ? UtilityTransition.to(new Trading(next), new Report(new Notice.Active()))
                : UtilityTransition.to(with(next));
    }

    /** The block that made the wallet counts as the first confirmation. */
    private static boolean isDeep(BlockHeight height, UtilityChannel channel) {
        BlockCount least = channel.context().terms().depths().minDepth();
        return channel.tip().value() - height.value() + 1 >= least.value();
    }

    @Override
    public UtilityTransition onConfirmed(Confirmed event) {
        boolean wallet = event.outpoint().equals(channel.context().wallet().outpoint());
        return wallet ? new Funding(channel, Optional.of(event.height()), contributions).change(channel) : stay();
    }

    @Override
    public UtilityTransition onUnconfirmed(Unconfirmed event) {
        boolean wallet = event.outpoint().equals(channel.context().wallet().outpoint());
        return wallet ? UtilityTransition.to(new Funding(channel, Optional.empty(), contributions)) : stay();
    }
}
