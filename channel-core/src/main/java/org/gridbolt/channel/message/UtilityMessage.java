package org.gridbolt.channel.message;

/** What the utility says to a household. */
public sealed interface UtilityMessage extends ChannelMessage
        permits TermsOffered,
                UtilityFunded,
                ProtocolFault,
                ReceiptsAcknowledged,
                PriceAnnounced,
                TicketsIssued,
                UnitDelivered,
                VersionTold,
                AbsenceClaimed,
                RulingIssued,
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
        R unexpected(UtilityMessage message);

        /** By default not expected. */
        default R onTermsOffered(TermsOffered message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onUtilityFunded(UtilityFunded message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onProtocolFault(ProtocolFault message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onReceiptsAcknowledged(ReceiptsAcknowledged message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onPriceAnnounced(PriceAnnounced message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onTicketsIssued(TicketsIssued message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onUnitDelivered(UnitDelivered message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onVersionTold(VersionTold message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onAbsenceClaimed(AbsenceClaimed message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onRulingIssued(RulingIssued message) {
            return unexpected(message);
        }

        /** By default not expected. */
        default R onWaiverGiven(WaiverGiven message) {
            return unexpected(message);
        }
    }
}
