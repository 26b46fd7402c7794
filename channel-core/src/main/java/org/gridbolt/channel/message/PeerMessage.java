package org.gridbolt.channel.message;

/** What one household says to the other. */
public sealed interface PeerMessage extends ChannelMessage
        permits OpenChannel,
                OpeningSigned,
                FundingSigned,
                ChannelReady,
                UnitOffer,
                UnitFail,
                UnitFulfil,
                UnitAccepted,
                CommitmentSigned,
                RevokeAndAck,
                Reestablish,
                Shutdown,
                ClosingProposed,
                ClosingSigned,
                ProtocolFault,
                VersionWanted,
                VersionTold,
                MeterReported,
                RulingConceded,
                WaiverGiven,
                UnitsReplaced {

    /** Calls the one method of {@code handler} that is for this kind. */
    <R> R dispatch(Handler<R> handler);

    /**
     * One method for each kind. A kind that a state does not name is not expected there.
     *
     * @param <R> what comes of it
     */
    interface Handler<R> {

        /** A message that has no place here. */
        R unexpected(PeerMessage message);

        /** By default not expected. */
        default R onOpenChannel(OpenChannel message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onOpeningSigned(OpeningSigned message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onFundingSigned(FundingSigned message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onChannelReady(ChannelReady message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onUnitOffer(UnitOffer message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onUnitFail(UnitFail message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onUnitFulfil(UnitFulfil message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onUnitAccepted(UnitAccepted message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onCommitmentSigned(CommitmentSigned message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onRevokeAndAck(RevokeAndAck message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onReestablish(Reestablish message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onShutdown(Shutdown message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onClosingProposed(ClosingProposed message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onClosingSigned(ClosingSigned message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onProtocolFault(ProtocolFault message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onVersionWanted(VersionWanted message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onVersionTold(VersionTold message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onMeterReported(MeterReported message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onRulingConceded(RulingConceded message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onWaiverGiven(WaiverGiven message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onUnitsReplaced(UnitsReplaced message) {
            return unexpected(message);
        }
    }
}
