package org.gridbolt.node.faults;

import java.util.List;

/** Faults in the signers and their records. */
final class SignerFaults {

    static final List<Fault> ALL = List.of(
            Fault.of(
                    "a signer releases what is not on its record",
                    "channel.signer.Records",
                    "marks.save(keyId, encode.apply(next));",
                    "",
                    "channel.signer.HouseholdSignerTest"),
            Fault.of(
                    "a signer's record is not forced to the disk",
                    "channel.signer.FileMarks",
                    "disk.force(directory);",
                    "",
                    "channel.signer.FileMarksTest"),
            Fault.of(
                    "the terminal mark is not written",
                    "channel.signer.HouseholdPolicy",
                    "Outcome.of(mark.ending(end))",
                    "Outcome.of(mark)",
                    "channel.signer.HouseholdSignerTest"),
            Fault.of(
                    "the signer's fee has no bound",
                    "channel.signer.FeeBounds",
                    "fee.isGreaterThan(most)",
                    "false",
                    "channel.signer.HouseholdSignerTest"),
            Fault.of(
                    "the signer does not record a waiver",
                    "channel.signer.HouseholdPolicy",
                    "Outcome.of(mark.with(WaiverMark.of(proof)))",
                    "Outcome.of(mark)",
                    "channel.utility.WaiverAttackTest"),
            Fault.of(
                    "a waived ruling's sequence is not checked by the signer",
                    "channel.signer.HouseholdPolicy",
                    ".filter(mark -> order.ruling().ruling().content().sequence() <= mark.sequence())",
                    ".filter(mark -> false)",
                    "channel.utility.WaiverAttackTest"),
            Fault.of(
                    "the signer publishes a revoked version",
                    "channel.signer.HouseholdPolicy",
                    "if (number.isBefore(newest)) {",
                    "if (false) {",
                    "channel.signer.HouseholdSignerTest"),
            Fault.of(
                    "the signer closes at any split",
                    "channel.signer.CloseRules",
                    "!isNewestSplit(mark, order)",
                    "false",
                    "channel.signer.HouseholdSignerTest"),
            Fault.of(
                    "the signer lets the producer lose coins by a state",
                    "channel.signer.StateBounds",
                    "after.balances().producer().isLessThan(producer)",
                    "false",
                    "channel.signer.HouseholdSignerTest"),
            Fault.of(
                    "the signer lets the utility gain coins by a state",
                    "channel.signer.StateBounds",
                    "&& !after.balances().utility().isGreaterThan(most)",
                    "",
                    "channel.signer.HouseholdSignerTest"),
            Fault.of(
                    "the utility's signer carries out two rulings",
                    "channel.signer.UtilityPolicy",
                    "earlier -> !earlier.equals(ruling)",
                    "earlier -> false",
                    "channel.utility.UtilitySignerTest"),
            Fault.of(
                    "the utility's signer punishes without the victim's receipt",
                    "channel.signer.UtilityPolicy",
                    "&& isReceipt(order.victims(), owner.peer(), order.deed())",
                    "",
                    "channel.utility.UtilitySignerTest"));

    private SignerFaults() {}
}
