package org.gridbolt.channel.state;

import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.pricing.UnitNumber;

/** Where a unit stands. */
public enum UnitPhase {
    /** Proposed, and in neither newest version. */
    OFFERED,
    /** In one newest version. */
    HALF,
    /** In both newest versions, those before being revoked. */
    COMMITTED,
    /** The utility holds the receipts of both, too. */
    ACKED,
    /** The producer is liable, and injects. */
    ACCEPTED,
    /** Its preimage is known. */
    REVEALED,
    /** Its removal by preimage is under way. */
    FOLDING,
    /** Its removal without fault is under way. */
    FAILING,
    /** Delivered and paid, on both sides and for good. */
    SETTLED,
    /** Its coins are the consumer's again, on both sides and for good. */
    REFUNDED,
    /** The producer defaulted and the utility delivered. */
    REPLACED;

    /** Where {@code unit} of {@code channel} stands. */
    public static UnitPhase of(Unit unit, Channel channel) {
        return unit.outcome().map(UnitPhase::ended).orElseGet(() -> open(unit, channel));
    }

    private static UnitPhase ended(UnitOutcome outcome) {
        return switch (outcome) {
            case SETTLED -> SETTLED;
            case REPLACED -> REPLACED;
            case REFUNDED, SKIPPED, LAPSED -> REFUNDED;
        };
    }

    private static UnitPhase open(Unit unit, Channel channel) {
        UnitNumber number = unit.number();
        Commitments commitments = channel.commitments();
        if (commitments.log().removes(number)) {
            return unit.preimage().isPresent() ? FOLDING : FAILING;
        }
        if (unit.preimage().isPresent()) {
            return REVEALED;
        }
        if (unit.acceptance().isPresent()) {
            return ACCEPTED;
        }
        if (commitments.isCommitted(number)) {
            return channel.guard()
                            .covers(commitments.receipts(), channel.context().self())
                    ? ACKED
                    : COMMITTED;
        }
        boolean half = commitments.own().ledger().holds(number)
                || commitments.newestOfPeer().ledger().holds(number);
        return half ? HALF : OFFERED;
    }
}
