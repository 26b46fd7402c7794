package org.gridbolt.channel.message;

/** Why a producer removes a unit without fault of anybody. New reasons are added at the end: their place is on the wire. */
public enum FailReason {
    /** The offer came after the ticket's {@code offer_by}. */
    LATE,
    /** The utility has issued no such ticket, as far as the producer knows. */
    UNKNOWN_TICKET,
    /** The price is not the one that was announced for the slot. */
    WRONG_PRICE,
    /** The coins are not the ticket's. */
    WRONG_AMOUNT,
    /** Another field differs from the utility's ticket. */
    ALTERED_TICKET,
    /** A unit with this hash or this number was offered before. */
    SEEN_BEFORE,
    /** The deadline of delivery lies beyond the horizon. */
    BEYOND_HORIZON,
    /** Accepting it in time was not possible: the states were not revoked or the utility had not acknowledged them. */
    NOT_ACCEPTED,
    /** Too many revealed units are not folded yet. */
    TOO_MANY_UNFOLDED
}
