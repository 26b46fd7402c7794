package org.gridbolt.node.faults;

import java.util.List;

/** Faults in what is signed, in the division of coins and in rulings. */
final class PenaltyFaults {

    static final List<Fault> ALL = List.of(
            Fault.of(
                    "the dispute window has time for one reaction only",
                    "penalty.contract.Windows",
                    "reaction.times(2)",
                    "reaction",
                    "penalty.contract.TermsTest"),
            Fault.of(
                    "key_id is not compared",
                    "penalty.contract.Terms",
                    "!echoed.equals(drawn)",
                    "false",
                    "penalty.contract.TermsTest"),
            Fault.of(
                    "a key_id may be used again",
                    "penalty.contract.Terms",
                    "used.contains(echoed)",
                    "false",
                    "penalty.contract.TermsTest"),
            Fault.of(
                    "d1 may be one block early",
                    "penalty.contract.HeightRules",
                    "sinceDelivery < terms.windows().fromDeliveryToClaim().value()",
                    "sinceDelivery < terms.windows().fromDeliveryToClaim().value() - 1",
                    "penalty.contract.TicketBookTest"),
            Fault.of(
                    "accept_by may lie in the slot",
                    "penalty.contract.HeightRules",
                    "deadlines.acceptBy().value() > slotStart",
                    "deadlines.acceptBy().value() > slotStart + 1",
                    "penalty.contract.TicketBookTest"),
            Fault.of(
                    "a ticket's price is not compared",
                    "penalty.contract.TicketCheck",
                    "ticket.price().equals(announced.price())",
                    "true",
                    "penalty.contract.TicketBookTest"),
            Fault.of(
                    "a book's carry is not compared",
                    "penalty.contract.TicketCheck",
                    "book.carry().equals(rules.carry())",
                    "true",
                    "penalty.contract.TicketBookTest"),
            Fault.of(
                    "a preimage is not hashed",
                    "penalty.contract.Ticket",
                    "&& Sha256Hash.of(preimage.toArray()).equals(hash)",
                    "",
                    "penalty.contract.PreimagesTest"),
            Fault.of(
                    "two books share their preimages",
                    "penalty.contract.Preimages",
                    "fields.number(bookNumber);",
                    "",
                    "penalty.contract.PreimagesTest"),
            Fault.of(
                    "a receipt's coins need not be the wallet's",
                    "penalty.contract.StateReceipt",
                    "&& balances.total().add(pending.total()).equals(terms.walletTotal())",
                    "",
                    "penalty.contract.StatementsTest"),
            Fault.of(
                    "the consumer's share is rounded up",
                    "penalty.policy.PerMille",
                    "product.divide(BigInteger.valueOf(WHOLE))",
                    "product.add(BigInteger.valueOf(WHOLE - 1)).divide(BigInteger.valueOf(WHOLE))",
                    "penalty.policy.PolicyValuesTest"),
            Fault.of(
                    "what a default costs is rounded up",
                    "penalty.policy.Fraction",
                    "product.divide(divisor)",
                    "product.add(divisor).subtract(BigInteger.ONE).divide(divisor)",
                    "penalty.policy.GradedTest"),
            Fault.of(
                    "one shortfall more is tolerated",
                    "penalty.policy.Graded",
                    "< toleratedShortfalls;",
                    "<= toleratedShortfalls;",
                    "penalty.policy.GradedTest"),
            Fault.of(
                    "the claim of replaced units keeps what the producer is owed",
                    "penalty.policy.Split",
                    "atLeastZero(takenFromBalance().negate())",
                    "Coin.ZERO",
                    "penalty.policy.SplitTest"),
            Fault.of(
                    "evidence is not checked: who signed it",
                    "penalty.ruling.VerdictEvidence",
                    "return piece.isSignedBy(signer)",
                    "return true",
                    "penalty.ruling.RulingVerifierTest"),
            Fault.of(
                    "evidence is not checked: the acceptance",
                    "penalty.ruling.VerdictEvidence",
                    "evidence.isAccepted(unit)",
                    "true",
                    "penalty.ruling.RulingVerifierTest"),
            Fault.of(
                    "evidence is not checked: the shortfall",
                    "penalty.ruling.VerdictEvidence",
                    ".or(() -> shown(ticket, shortfall))",
                    "",
                    "penalty.ruling.RulingVerifierTest"),
            Fault.of(
                    "a ruling's sequence is not checked",
                    "penalty.ruling.VerdictEvidence",
                    "number < next || number >= ruling.sequence()",
                    "number < next",
                    "penalty.ruling.GradedRulingTest"),
            Fault.of(
                    "a ruling on an old receipt is co-signed",
                    "penalty.ruling.Cosigner",
                    "!file.ruling().content().receipt().equals(newestReceipt)",
                    "false",
                    "penalty.ruling.CosignerTest"),
            Fault.of(
                    "a default of a revealed unit is co-signed",
                    "penalty.ruling.Cosigner",
                    "falseDenial(ruling).or(() -> contradiction(ruling))",
                    "contradiction(ruling)",
                    "penalty.ruling.CosignerTest"),
            Fault.of(
                    "what a penalty pays is not compared",
                    "penalty.ruling.PenaltyCheck",
                    "paid.equals(due)",
                    "true",
                    "penalty.ruling.PenaltyCheckTest"),
            Fault.of(
                    "a second spend of an output is signed",
                    "penalty.ruling.SignedSpends",
                    "return recorded.equals(txid) && more.size() <= SPENDS_MAX",
                    "return more.size() <= SPENDS_MAX",
                    "penalty.ruling.TerminalRuleTest"),
            Fault.of(
                    "the watchtower takes a receipt that nobody signed",
                    "penalty.justice.Watchtower",
                    "!receipt.isSignedBy(duty.nodeKey(content.side()))",
                    "false",
                    "penalty.justice.RevocationRecordTest"),
            Fault.of(
                    "the watchtower punishes on one household's word",
                    "penalty.justice.RevocationRecord",
                    "return byOwner && byPeer",
                    "return byPeer",
                    "penalty.justice.RevocationRecordTest"),
            Fault.of(
                    "an older receipt that is passed on replaces the newer one",
                    "penalty.justice.RevocationRecord",
                    ".filter(number::isBefore)",
                    ".filter(held -> false)",
                    "penalty.justice.RevocationRecordTest"),
            Fault.of(
                    "the watchtower looks at a household's own word alone",
                    "penalty.justice.HeldReceipts",
                    "return Stream.concat(told.stream(), passedOn.stream());",
                    "return told.stream();",
                    "penalty.justice.RevocationRecordTest"),
            Fault.of(
                    "a claim that underpays a household is no fraud",
                    "penalty.ruling.UnpaidUnits",
                    "paidTo(household, claims).isLessThan(due.of(household))",
                    "false",
                    "penalty.ruling.GradedFraudTest",
                    "penalty.ruling.FraudProofTest"));

    private PenaltyFaults() {}
}
