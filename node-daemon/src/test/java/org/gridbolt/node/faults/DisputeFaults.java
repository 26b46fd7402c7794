package org.gridbolt.node.faults;

import java.util.List;

/** Faults in how households judge rulings, waive and claim. */
final class DisputeFaults {

    static final List<Fault> ALL = List.of(
            Fault.of(
                    "a reading on the households' own connection is not looked at",
                    "channel.state.Judgement",
                    "shown.compareTo(stated) < 0",
                    "false",
                    "channel.state.DefaultTest"),
            Fault.of(
                    "a household stands by a ruling on its old state",
                    "channel.state.Judgement",
                    "return !ruledOn.equals(own.hash()) && !underWay;",
                    "return false;",
                    "channel.state.JudgementTest"),
            Fault.of(
                    "a waiver is not recorded before it is sent",
                    "channel.state.Waivable",
                    "Channel waived = remembering(promise);",
                    "Channel waived = channel();",
                    "channel.utility.WaivedDefaultTest"),
            Fault.of(
                    "the producer takes a waiver that nobody signed",
                    "penalty.ruling.Waiver",
                    "waived.isSignedBy(ruling.terms().identity().consumer().nodeKey())",
                    "true",
                    "penalty.ruling.WaiverTest"),
            Fault.of(
                    "a waiver breaks the producer's reserve",
                    "penalty.ruling.Waiver",
                    "left.isLessThan(limits.producerReserve())",
                    "left.isNegative()",
                    "penalty.ruling.WaiverTest"),
            Fault.of(
                    "a peer that has lost states is believed without proof",
                    "channel.state.Retransmission",
                    ".filter(point::equals)",
                    "",
                    "channel.state.RestoredTest"));

    private DisputeFaults() {}
}
