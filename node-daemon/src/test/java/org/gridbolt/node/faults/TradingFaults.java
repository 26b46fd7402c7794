package org.gridbolt.node.faults;

import java.util.List;

/** Faults in how households trade: coins, rounds and units. */
final class TradingFaults {

    static final List<Fault> ALL = List.of(
            Fault.of(
                    "coins may be lost in a state",
                    "channel.ledger.Ledger",
                    "!held.equals(wallet)",
                    "held.isGreaterThan(wallet)",
                    "channel.ledger.LedgerTest"),
            Fault.of(
                    "max_u is ignored",
                    "channel.ledger.LedgerBounds",
                    "rises && balance.isGreaterThan(utilityCoinsMax)",
                    "false",
                    "channel.ledger.LedgerTest"),
            Fault.of(
                    "the pending cap is ignored",
                    "channel.ledger.LedgerBounds",
                    "coins.isGreaterThan(pendingCoinsMax)",
                    "false",
                    "channel.ledger.LedgerTest"),
            Fault.of(
                    "the reserve is ignored",
                    "channel.ledger.LedgerBounds",
                    "falls && balance.isLessThan(reserve)",
                    "falls && balance.isNegative()",
                    "channel.ledger.LedgerTest"),
            Fault.of(
                    "the consumer offers one block after offer_by",
                    "channel.state.OfferRules",
                    "channel.tip().isAfter(offerBy)",
                    "channel.tip().isAfter(new BlockHeight(offerBy.value() + 1))",
                    "channel.state.OfferTest"),
            Fault.of(
                    "the producer takes an offer after offer_by",
                    "channel.state.OfferRules",
                    "channel.tip().isAfter(issued.deadlines().offerBy())",
                    "false",
                    "channel.state.OfferTest"),
            Fault.of(
                    "the producer takes an altered ticket",
                    "channel.state.OfferRules",
                    "!offered.equals(issued)",
                    "false",
                    "channel.state.OfferTest"),
            Fault.of(
                    "the horizon is not checked by the consumer",
                    "channel.state.OfferRules",
                    "!channel.reaches(ticket)",
                    "false",
                    "channel.state.OfferTest"),
            Fault.of(
                    "the horizon is not checked by the producer",
                    "channel.state.OfferRules",
                    "channel.reaches(issued) ? Optional.empty() :",
                    "true ? Optional.empty() :",
                    "channel.state.OfferTest"),
            Fault.of(
                    "the producer does not give up what it was too late to accept",
                    "channel.state.UnitSteps",
                    "boolean late = unit.acceptance().isEmpty()",
                    "boolean late = false && unit.acceptance().isEmpty()",
                    "channel.state.WithholdingTest"),
            Fault.of(
                    "a unit is accepted without the peer's receipt at the utility",
                    "channel.state.Guard",
                    "&& of(held, self.peer()).equals(newest.peerHash())",
                    "",
                    "channel.state.WithholdingTest"),
            Fault.of(
                    "an acceptance that the producer did not sign counts",
                    "channel.state.AcceptanceRules",
                    "acceptance.isSignedBy(channel.context().peerNodeKey())",
                    "true",
                    "channel.state.OfferTest"),
            Fault.of(
                    "the peer's signature on the own version is not verified",
                    "channel.state.Commitments",
                    "!version.verify(next.signature(), context.peer())",
                    "false",
                    "channel.state.RevocationTest"),
            Fault.of(
                    "a revoked secret is not stored",
                    "channel.state.Commitments",
                    "peerPoints.advanced(next), secrets, receipts)",
                    "peerPoints.advanced(next), revoked, receipts)",
                    "channel.state.HonestDayTest"),
            Fault.of(
                    "a receipt is not verified",
                    "channel.state.ReceiptRules",
                    "receipt.isSignedBy(context.peerNodeKey())",
                    "true",
                    "channel.state.RevocationTest"),
            Fault.of(
                    "a receipt may state other coins",
                    "channel.state.ReceiptRules",
                    "!receipt.balances().equals(stated.ledger().balances())",
                    "false",
                    "channel.state.RevocationTest"),
            Fault.of(
                    "any preimage pays the producer",
                    "channel.state.Running",
                    "if (!unit.get().ticket().isRevealedBy(message.preimage())) { return fail(",
                    "if (false) { return fail(",
                    "channel.state.OfferTest"),
            Fault.of(
                    "a reveal is counted twice",
                    "channel.state.Running",
                    ".filter(known -> !known.counted())",
                    "",
                    "channel.state.HonestDayTest"),
            Fault.of(
                    "a reveal is paid twice",
                    "channel.state.Commitments",
                    "return known && !log.removes(unit);",
                    "return known;",
                    "channel.state.OfferTest"),
            Fault.of(
                    "a household's carry is lost",
                    "channel.state.TradeBook",
                    "new TradeBook(prices, books, next, lastOffered, hashes)",
                    "new TradeBook(prices, books, carry, lastOffered, hashes)",
                    "channel.state.HonestDayTest"),
            Fault.of(
                    "a hash that was issued before is taken",
                    "channel.state.Issues",
                    "channel.book().hashes().contains(ticket.hash())",
                    "false",
                    "channel.state.OfferTest"),
            Fault.of(
                    "what the peer gave is told no more once the own receipt is acknowledged",
                    "channel.state.Guard",
                    "&& (peers || !ofPeer)",
                    "",
                    "channel.state.GuardTest"));

    private TradingFaults() {}
}
