package org.gridbolt.channel.state;

import java.util.List;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.ShowSigner;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Refused;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.Command.Measured;
import org.gridbolt.channel.message.AbsenceClaimed;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;

/** A state with a wallet that nothing in the chain has spent. */
public sealed interface Funded extends ChannelState permits Pending, Running, Waivable, Terminal {

    /** The channel. */
    Channel channel();

    /** The same state with another channel. */
    Funded with(Channel next);

    /**
     * After a restart: the process may have ended before the signer heard of the own newest version, and with the peer gone nothing
     * would tell it. It signs no ruling on a version that it does not know.
     */
    default List<ChannelAction> newestShown() {
        Commitments commitments = channel().commitments();
        return commitments.own().number().equals(CommitmentNumber.ZERO)
                ? List.of()
                : List.of(new ShowSigner(commitments
                        .revocation(channel().ownVersion(), channel().context())
                        .order()));
    }

    @Override
    default Party self() {
        return channel().context().self();
    }

    @Override
    default Journal journal() {
        return channel().journal();
    }

    /** Whether {@code outpoint} is the wallet. */
    default boolean isWallet(Outpoint outpoint) {
        return channel().context().outpoint().equals(outpoint);
    }

    /** The wallet is spent: by whom and with what decides what is to be done, whatever the state was. */
    @Override
    default Transition onSpent(Spent event) {
        return isWallet(event.outpoint()) ? Resolving.of(this, event) : stay();
    }

    /** The peer says that this household is missing. Any message is an answer; the newest receipt is the useful one. */
    @Override
    default Transition onAbsenceClaimed(AbsenceClaimed message) {
        Guard.Report report = Guard.Report.of(channel().commitments());
        return Transition.to(
                this,
                new Send(Party.UTILITY, report.message()),
                new Report(new Notice.Complaint("the other household says that this one does not answer")));
    }

    /** The producer's own meter. */
    @Override
    default Transition onMeasured(Measured command) {
        if (self() != Party.PRODUCER) {
            return refuse(command, new StateFlaw.OtherRole());
        }
        return Meters.flawOf(channel(), command.reading())
                .map(flaw -> refuse(command, flaw))
                .orElseGet(() -> Meters.measured(channel(), command.reading()).in(this::with));
    }

    /** The producer answers the consumer directly: what its meter says is weighed when the utility rules. */
    @Override
    default Transition onMeterReported(MeterReported message) {
        if (self() == Party.PRODUCER) {
            return unexpected((PeerMessage) message);
        }
        return Meters.flawOf(channel(), message.reading())
                .map(flaw -> refuse(self().peer(), new Refusal.Ignored(flaw)))
                .orElseGet(() -> Meters.shownBy(channel(), message.reading()).in(this::with));
    }

    @Override
    default Transition onUnspent(Unspent event) {
        return stay();
    }

    @Override
    default Transition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    default Transition onCoinsFound(CoinsFound event) {
        return stay();
    }

    @Override
    default Transition onRefused(Refused event) {
        Notice notice = new Notice.PublicationRefused(event.transaction().txid(), event.reason());
        return Transition.to(this, new Report(notice));
    }
}
