package org.gridbolt.channel.event;

import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.pricing.UnitNumber;

/** What the household itself wants. A command that cannot be followed changes nothing and is reported with its reason. */
public sealed interface Command extends ChannelEvent {

    /** Calls the method for this kind. */
    <R> R dispatch(Command.Handler<R> handler);

    @Override
    default <R> R dispatch(ChannelEvent.Handler<R> handler) {
        return dispatch((Command.Handler<R>) handler);
    }

    /**
     * One method for each kind. A command that a state does not name is refused there.
     *
     * @param <R> what comes of it
     */
    interface Handler<R> {

        /** A command that has no place here. */
        R refused(Command command);

        /** By default refused. */
        default R onOpen(Open command) {
            return refused(command);
        }

        /** By default refused. */
        default R onOffer(Offer command) {
            return refused(command);
        }

        /** By default refused. */
        default R onFold(Fold command) {
            return refused(command);
        }

        /** By default refused. */
        default R onMeasured(Measured command) {
            return refused(command);
        }

        /** By default refused. */
        default R onCloseTogether(CloseTogether command) {
            return refused(command);
        }

        /** By default refused. */
        default R onCloseWithout(CloseWithout command) {
            return refused(command);
        }

        /** By default refused. */
        default R onCloseAlone(CloseAlone command) {
            return refused(command);
        }
    }

    /**
     * Ask the utility for a channel.
     *
     * @param keyId 16 random bytes, drawn for this channel and for no other
     * @param contribution the inputs that the household funds with
     */
    record Open(KeyId keyId, FundingContribution contribution) implements Command {
        @Override
        public <R> R dispatch(Command.Handler<R> handler) {
            return handler.onOpen(this);
        }
    }

    /**
     * Offer a unit to the producer: the consumer's command.
     *
     * @param unit a unit of a ticket book that the utility has issued
     */
    record Offer(UnitNumber unit) implements Command {
        @Override
        public <R> R dispatch(Command.Handler<R> handler) {
            return handler.onOffer(this);
        }
    }

    /** Sign now what is known and not signed yet, without waiting for another unit to ride along with. */
    record Fold() implements Command {
        @Override
        public <R> R dispatch(Command.Handler<R> handler) {
            return handler.onFold(this);
        }
    }

    /**
     * Keep what the producer's meter measured, and tell it: the utility at once, the consumer once the unit is due and the utility
     * has not revealed it.
     *
     * @param reading signed by the producer's meter
     */
    record Measured(Signed<MeterReading> reading) implements Command {
        @Override
        public <R> R dispatch(Command.Handler<R> handler) {
            return handler.onMeasured(this);
        }
    }

    /** Offer no more units and close together with the peer once none is pending. */
    record CloseTogether() implements Command {
        @Override
        public <R> R dispatch(Command.Handler<R> handler) {
            return handler.onCloseTogether(this);
        }
    }

    /**
     * Ask the utility to settle the newest state without the other household, which has not answered for as long as the notice:
     * the arbitrated close. It is asked again whenever the utility can be reached, until the other household is back.
     */
    record CloseWithout() implements Command {
        @Override
        public <R> R dispatch(Command.Handler<R> handler) {
            return handler.onCloseWithout(this);
        }
    }

    /** Publish the own newest version. */
    record CloseAlone() implements Command {
        @Override
        public <R> R dispatch(Command.Handler<R> handler) {
            return handler.onCloseAlone(this);
        }
    }
}
