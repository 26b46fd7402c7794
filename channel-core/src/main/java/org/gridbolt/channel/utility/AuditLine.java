package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.penalty.contract.Ticket;

/**
 * What became of one unit.
 *
 * @param ticket the unit as it was issued
 * @param outcome how it ended; nothing while that is open
 */
public record AuditLine(Ticket ticket, Optional<UnitOutcome> outcome) {}
