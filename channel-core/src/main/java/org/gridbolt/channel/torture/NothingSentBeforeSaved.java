package org.gridbolt.channel.torture;

import java.util.Optional;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.ClosingSigned;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Closed;
import org.gridbolt.channel.state.Coop;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.Ruled;
import org.gridbolt.channel.state.Unit;
import org.gridbolt.channel.utility.OpenState;
import org.gridbolt.channel.utility.Settling;
import org.gridbolt.channel.utility.UtilityChannel;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.pricing.UnitNumber;

/** What an honest party sends, it remembers after a power cut: its disk knows of every signature, secret, promise and verdict. */
final class NothingSentBeforeSaved implements Invariant {

    @Override
    public void onSent(Street street, Letter letter, ChannelMessage message) {
        Party from = letter.from();
        if (!street.isHonest(from)) {
            return;
        }
        boolean known = from == Party.UTILITY
                ? knows(street.utility().saved(), message)
                : knows(street.household(from), message);
        if (!known) {
            street.record()
                    .violation(
                            "nothing is sent before it is saved",
                            from + " sends " + message.kind() + ", of which its disk knows nothing");
        }
    }

    private static boolean knows(HouseholdRoom household, ChannelMessage message) {
        Optional<ChannelState> saved = household.saved();
        if (message instanceof PenaltySigned) {
            return saved.filter(NothingSentBeforeSaved::isRuled).isPresent();
        }
        if (message instanceof ClosingSigned) {
            return saved.filter(state -> state instanceof Coop
                            || state instanceof Closed
                            || (state instanceof Resolving resolving && resolving.before() instanceof Coop))
                    .isPresent();
        }
        Optional<Channel> channel = household.newest();
        if (message instanceof CommitmentSigned signed) {
            return channel.filter(held -> isBefore(
                            signed.number(),
                            held.commitments().newestOfPeer().number().next()))
                    .isPresent();
        }
        if (message instanceof RevokeAndAck revoked) {
            return channel.filter(held ->
                            isBefore(revoked.revoked(), held.commitments().own().number()))
                    .isPresent();
        }
        if (message instanceof UnitAccepted accepted) {
            return channel.filter(held ->
                            accepted.acceptance().content().units().stream().allMatch(unit -> hasPromised(held, unit)))
                    .isPresent();
        }
        return true;
    }

    private static boolean isRuled(ChannelState state) {
        return state instanceof Ruled || (state instanceof Resolving resolving && resolving.before() instanceof Ruled);
    }

    private static boolean isBefore(CommitmentNumber number, CommitmentNumber other) {
        return number.isBefore(other);
    }

    /** A unit that is done is remembered elsewhere. */
    private static boolean hasPromised(Channel channel, UnitNumber number) {
        return channel.units()
                .find(number)
                .map(Unit::acceptance)
                .map(Optional::isPresent)
                .orElse(true);
    }

    private static boolean knows(Optional<UtilityState> saved, ChannelMessage message) {
        Optional<UtilityChannel> channel = saved.flatMap(NothingSentBeforeSaved::channel);
        if (message instanceof RulingIssued issued) {
            return channel.filter(held -> held.bench().rulings()
                            > issued.file().ruling().content().sequence())
                    .isPresent();
        }
        if (message instanceof ReceiptsAcknowledged acknowledged) {
            return channel.flatMap(held -> held.sides().ack())
                    .filter(acknowledged.ack()::equals)
                    .isPresent();
        }
        if (message instanceof UnitDelivered delivered) {
            return channel.filter(held -> held.files()
                            .find(delivered.unit())
                            .map(file -> file.revealed())
                            .orElse(true))
                    .isPresent();
        }
        return true;
    }

    private static Optional<UtilityChannel> channel(UtilityState state) {
        if (state instanceof OpenState open) {
            return Optional.of(open.channel());
        }
        return state instanceof Settling settling
                ? Optional.of(settling.before().channel())
                : Optional.empty();
    }
}
