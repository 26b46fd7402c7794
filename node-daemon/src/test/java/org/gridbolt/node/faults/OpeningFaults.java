package org.gridbolt.node.faults;

import java.util.List;

/** Faults in how households open a channel and come back to it. */
final class OpeningFaults {

    static final List<Fault> ALL = List.of(
            Fault.of(
                    "it is sent before it is saved",
                    "channel.driver.ChannelDriver",
                    "store.save(transition.next());",
                    "desk.perform(transition.actions()); store.save(transition.next());",
                    "channel.driver.ChannelDriverTest"),
            Fault.of(
                    "terms that the utility did not sign are taken",
                    "channel.state.AwaitingTerms",
                    "!signed.isSignedBy(profile.utility())",
                    "false",
                    "channel.state.OpeningTest"),
            Fault.of(
                    "terms with another payout script are taken",
                    "channel.state.AwaitingTerms",
                    "!terms.identity().household(self()).equals(asked)",
                    "false",
                    "channel.state.OpeningTest"),
            Fault.of(
                    "the peer's coins are not judged",
                    "channel.state.Negotiating",
                    "opening.flawOf(message.contribution(), facts)",
                    "Optional.empty()",
                    "channel.state.CraftedOpeningTest"),
            Fault.of(
                    "the peer's signature on version 0 is not verified",
                    "channel.state.FundingPlan",
                    "version(context.self(), points.point()).verify(message.signature(), context.peer())",
                    "true",
                    "channel.state.OpeningTest"),
            Fault.of(
                    "the funding's depth is not awaited",
                    "channel.state.Pending",
                    "return depth >= channel.context().terms().depths().minDepth().value();",
                    "return depth >= 0;",
                    "channel.state.OpeningTest"),
            Fault.of(
                    "a household does not repeat its opening report",
                    "channel.state.UnitSteps",
                    "channel.unheardOpening().ifPresent(opening -> sends.add(new Send(Party.UTILITY, opening)));",
                    "",
                    "channel.utility.ThreeMachinesTest",
                    "channel.torture.ShortTortureTest"),
            Fault.of(
                    "a restored household goes on with its old state",
                    "channel.state.Running",
                    "return DataLoss.restored(channel());",
                    "return resume();",
                    "channel.state.RestoredTest"),
            Fault.of(
                    "a restored household closes without having read the version",
                    "channel.state.Resolving",
                    "&& !isUnread()",
                    "",
                    "channel.state.RestoredTest"),
            Fault.of(
                    "a reorganisation of a claim is not looked at again",
                    "channel.state.Resolving",
                    "fewer.remove(event.outpoint());",
                    "",
                    "channel.state.ClosingAloneTest"),
            Fault.of(
                    "a reorganisation is not told",
                    "channel.chain.ChainFollower",
                    "branch.undone().forEach(link -> disconnect(link, events));",
                    "",
                    "channel.chain.ChainFollowerTest"));

    private OpeningFaults() {}
}
