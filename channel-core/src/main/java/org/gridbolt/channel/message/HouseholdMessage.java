package org.gridbolt.channel.message;

/** What a household says to the utility. */
public sealed interface HouseholdMessage extends ChannelMessage
        permits ChannelRequested,
                OpeningReported,
                UnitAccepted,
                ProtocolFault,
                StateReported,
                PointReported,
                VersionWanted,
                MeterReported,
                SilenceReported,
                AbsenceReported,
                PenaltySigned,
                ForfeitSigned,
                PenaltyRefused,
                WaiverGiven {

    /** Calls the one method of {@code handler} that is for this kind. */
    <R> R dispatch(Handler<R> handler);

    /**
     * One method for each kind. A kind that a state does not name is not expected there.
     *
     * @param <R> what comes of it
     */
    interface Handler<R> {

        /** A message that has no place here. */
        R unexpected(HouseholdMessage message);

        /** By default not expected. */
        default R onChannelRequested(ChannelRequested message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onOpeningReported(OpeningReported message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onUnitAccepted(UnitAccepted message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onProtocolFault(ProtocolFault message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onStateReported(StateReported message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onPointReported(PointReported message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onVersionWanted(VersionWanted message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onMeterReported(MeterReported message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onSilenceReported(SilenceReported message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onAbsenceReported(AbsenceReported message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onPenaltySigned(PenaltySigned message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onForfeitSigned(ForfeitSigned message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onPenaltyRefused(PenaltyRefused message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onWaiverGiven(WaiverGiven message) {
            return unexpected(message);
        }
    }
}
