package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.pricing.UnitNumber;

/**
 * A penalty that the consumer waived, and the ruling that the next state carries out instead.
 *
 * @param file the ruling
 * @param ruling what it comes to
 * @param waiver the consumer's promise
 * @param since the height at which this household gave it or had it
 */
record GivenWaiver(RulingFile file, VerifiedRuling ruling, Signed<PenaltyWaived> waiver, BlockHeight since) {

    /** The one of {@code channel} that was given last. */
    static Optional<GivenWaiver> last(Channel channel) {
        List<Bytes> entries = channel.journal().since(0);
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (JournalEntry.decode(entries.get(i)) instanceof JournalEntry.Waived waived) {
                return Optional.of(of(channel, waived));
            }
        }
        return Optional.empty();
    }

    /** The one of {@code channel} that is not carried out: its units are pending, and past the height for their delivery. */
    static Optional<GivenWaiver> open(Channel channel) {
        boolean any = channel.units()
                .those(unit -> unit.preimage().isEmpty()
                        && unit.outcome().isEmpty()
                        && !channel.tip().isBefore(unit.ticket().deadlines().deliverBy()))
                .findAny()
                .isPresent();
        return any ? last(channel).filter(given -> given.isPending(channel)) : Optional.empty();
    }

    private static GivenWaiver of(Channel channel, JournalEntry.Waived waived) {
        RulingFile file = channel.journal().since(0).stream()
                .map(JournalEntry::decode)
                .filter(JournalEntry.Ruled.class::isInstance)
                .map(entry -> ((JournalEntry.Ruled) entry).file())
                .filter(found ->
                        found.ruling().hash().equals(waived.waiver().content().ruling()))
                .findFirst()
                .orElseThrow();
        VerifiedRuling ruling = RulingVerifier.verify(
                        file, channel.context().terms().identity().utilityNodeKey())
                .orElseThrow();
        return new GivenWaiver(file, ruling, waived.waiver(), waived.since());
    }

    /** Every waiver that {@code journal} holds. */
    static List<Signed<PenaltyWaived>> all(Journal journal) {
        List<Signed<PenaltyWaived>> all = new ArrayList<>();
        journal.since(0).stream().map(JournalEntry::decode).forEach(entry -> {
            if (entry instanceof JournalEntry.Waived waived) {
                all.add(waived.waiver());
            }
        });
        return all;
    }

    /** Its defaulted units. */
    List<UnitNumber> units() {
        return ruling.ruling().units(Verdict.DEFAULT);
    }

    /** Whether one of its units has not ended. */
    boolean isPending(Channel channel) {
        return units().stream()
                .anyMatch(unit -> channel.units()
                        .find(unit)
                        .filter(known -> known.outcome().isEmpty())
                        .isPresent());
    }

    /** Whether the peer had its time to carry it out and did not. */
    boolean isLate(BlockHeight tip) {
        BlockCount patience = ruling.terms().windows().reaction().times(2);
        return tip.isAfter(since.plus(patience));
    }

    /** What the next state changes by it. */
    Change.Replaced change() {
        return change(ruling);
    }

    /** What the next state changes when it carries {@code ruling} out. */
    static Change.Replaced change(VerifiedRuling ruling) {
        Split split = ruling.consumerSplit();
        return new Change.Replaced(
                ruling.hash(), ruling.ruling().units(Verdict.DEFAULT), split.consumerShare(), split.utilityShare());
    }

    /** The promise, as it is said once the signer keeps to it. */
    MessageDraft.Waiver draft(ChannelContext context) {
        return new MessageDraft.Waiver(new SigningOrder.Waiving(context.deed(), file, waiver));
    }
}
