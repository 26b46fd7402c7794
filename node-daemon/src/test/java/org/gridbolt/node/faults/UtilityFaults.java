package org.gridbolt.node.faults;

import java.util.List;

/** Faults in the utility's side of a channel. */
final class UtilityFaults {

    static final List<Fault> ALL = List.of(
            Fault.of(
                    "the utility sends before it saves",
                    "channel.driver.UtilityDriver",
                    "if (isDurable(transition.next())) {",
                    "desk.perform(transition.actions()); if (isDurable(transition.next())) {",
                    "channel.utility.UtilityDriverTest"),
            Fault.of(
                    "the utility's carry is lost",
                    "channel.utility.Issued",
                    "return new Issued(prices, books, next);",
                    "return new Issued(prices, books, carry);",
                    "channel.utility.TradingTest"),
            Fault.of(
                    "an acceptance counts one block into the slot",
                    "channel.utility.Acceptances",
                    "channel.tip().isAfter(latest)",
                    "channel.tip().isAfter(new BlockHeight(latest.value() + 1))",
                    "channel.utility.RulingTest"),
            Fault.of(
                    "an acceptance counts before the utility has acknowledged",
                    "channel.utility.Acceptances",
                    "isAcknowledged(file, Party.CONSUMER) && isAcknowledged(file, Party.PRODUCER)",
                    "true",
                    "channel.utility.RulingTest"),
            Fault.of(
                    "a unit of a false version 0 counts as given up",
                    "channel.utility.Standing",
                    "boolean replaced = number.equals(since) && !held;",
                    "boolean replaced = false;",
                    "channel.utility.OwnWordTest"),
            Fault.of(
                    "a reading that the meter did not sign counts",
                    "channel.utility.Readings",
                    "return byMeter ? Optional.empty() :",
                    "return true ? Optional.empty() :",
                    "channel.utility.ReadingTest"),
            Fault.of(
                    "a unit that was ruled to default is revealed",
                    "channel.utility.Readings",
                    "channel.bench().denies(unit)",
                    "false",
                    "channel.utility.LateRulingTest"),
            Fault.of(
                    "a silent producer is not given its notice",
                    "channel.utility.Verdicts",
                    "isOver(deadlines.deliverBy(), answer)",
                    "isOver(deadlines.deliverBy(), BlockCount.ZERO)",
                    "channel.utility.RulingTest"),
            Fault.of(
                    "a default is ruled within the grace",
                    "channel.utility.Verdicts",
                    "windows.revealGrace());",
                    "BlockCount.ZERO);",
                    "channel.utility.RulingTest"),
            Fault.of(
                    "a second spend of the wallet is allowed by the utility's bench",
                    "channel.utility.Bench",
                    "return new Bench(rulings, verdicts, next);",
                    "return new Bench(rulings, verdicts, signed);",
                    "channel.utility.RulingTest"),
            Fault.of(
                    "the utility goes back on a verdict",
                    "channel.utility.Verdicts",
                    "channel.bench().on(file.number()).or(() -> new Verdicts(channel).on(file))",
                    "new Verdicts(channel).on(file)",
                    "channel.utility.LateRulingTest"),
            Fault.of(
                    "rulings are all of one number",
                    "channel.utility.Bench",
                    "Math.addExact(rulings, 1)",
                    "rulings",
                    "channel.utility.RulingTest"),
            Fault.of(
                    "what a ruling claims is not watched after a block",
                    "channel.utility.Settling",
                    "judged.actions()).and(recorded.guard())",
                    "judged.actions()).and(recorded.publications())",
                    "channel.utility.LateRulingTest"),
            Fault.of(
                    "a reorganisation of a spend is not looked at again by the utility",
                    "channel.utility.Settling",
                    "channel().with(channel().tower().unspent())",
                    "channel()",
                    "channel.utility.SettlingTest"),
            Fault.of(
                    "a household's word on a wallet is enough",
                    "channel.utility.Offering",
                    "return consumer.equals(producer)",
                    "return true",
                    "channel.utility.OpeningTest"),
            Fault.of(
                    "a utility from a backup claims on what may be revoked",
                    "channel.utility.Settling",
                    "before.isForgetful() ? Optional.empty() : ChainClaims.of(before)",
                    "ChainClaims.of(before)",
                    "channel.utility.RestoredUtilityTest"));

    private UtilityFaults() {}
}
