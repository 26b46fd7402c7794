package org.gridbolt.channel.utility;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;

/**
 * One household's word that the other one is missing, and the notice that the missing one was given of it.
 *
 * @param statement the signed word
 * @param noticed the height at which the utility took it, and told the missing one
 */
public record Absence(Signed<PeerAbsence> statement, BlockHeight noticed) {}
