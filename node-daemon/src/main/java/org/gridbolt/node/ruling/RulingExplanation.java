package org.gridbolt.node.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.node.terminal.Paragraph;
import org.gridbolt.node.terminal.TextTable;
import org.gridbolt.node.terminal.TextTable.Side;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.ruling.Evidence;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.penalty.ruling.VerifiedRuling;

/**
 * A ruling that holds, told to a person: who ruled, on which unit, on what evidence, and who gets what.
 *
 * @param name how the file is called
 * @param file its content
 * @param verified what it results in
 * @param keyWasGiven whether the utility's key came from elsewhere than the file
 */
record RulingExplanation(String name, RulingFile file, VerifiedRuling verified, boolean keyWasGiven) {

    private static final String INDENT = "  ";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(name + ": the ruling holds.");
        lines.add("");
        TextTable table = new TextTable(Side.LEFT, Side.LEFT);
        table.add("utility", utility());
        table.add("", keyWasGiven ? "the key that was given" : "the key in the terms; --utility KEY checks another");
        table.add("wallet", verified.ruling().wallet().toString());
        table.add("ruling", verified.hash().toString());
        file.evidence().absence().ifPresent(word -> table.add("ground", ground(word.content())));
        verified.ruling().verdicts().forEach(verdict -> addVerdict(table, verdict));
        table.add("split", split());
        table.lines().forEach(line -> lines.add(INDENT + line));
        lines.add("");
        lines.addAll(Paragraph.wrap((isArbitrated() ? "The arbitrated close" : "The penalty")
                + " on the wallet pays that split and names the ruling's hash in its OP_RETURN output."));
        return lines;
    }

    private boolean isArbitrated() {
        return file.evidence().absence().isPresent();
    }

    private static String ground(PeerAbsence word) {
        return "the " + name(word.side()) + "'s signed word that the " + name(word.missing())
                + " did not answer from height " + word.from().value() + " to "
                + word.to().value();
    }

    private static String name(Party party) {
        return party.name().toLowerCase(Locale.ROOT);
    }

    private String utility() {
        return verified.terms().identity().utilityNodeKey().bytes().toHex();
    }

    private void addVerdict(TextTable table, UnitVerdict verdict) {
        Evidence evidence = file.evidence();
        String promise =
                evidence.ticket(verdict.unit()).map(RulingExplanation::promise).orElse("");
        table.add(verdict.unit().toString(), verdict.verdict() + ", " + promise);
        table.add("", "evidence: " + String.join(", ", reasons(verdict)));
    }

    private static String promise(Ticket ticket) {
        return Figures.grouped(ticket.energy().value()) + " Wh for "
                + Figures.counted(ticket.amount().getValue(), "coin") + ", due at height "
                + Figures.grouped(ticket.deadlines().deliverBy().value());
    }

    private List<String> reasons(UnitVerdict verdict) {
        Evidence evidence = file.evidence();
        Stream<String> acceptance = evidence.acceptances().stream()
                .filter(signed -> signed.content().covers(verdict.unit()))
                .map(signed -> "the producer's signed acceptance")
                .limit(1);
        Stream<String> readings = evidence.readings().stream()
                .map(Signed::content)
                .filter(reading -> reading.unit().equals(verdict.unit()))
                .map(reading -> "its meter's reading of "
                        + Figures.grouped(reading.injected().value()) + " Wh");
        Stream<String> silences = evidence.silences().stream()
                .filter(silence -> silence.content().unit().equals(verdict.unit()))
                .map(silence -> "its silence when the consumer asked");
        List<String> found =
                Stream.of(acceptance, readings, silences).flatMap(part -> part).toList();
        return found.isEmpty() ? List.of("the preimage, or no acceptance") : found;
    }

    private String split() {
        Allocation split = verified.onWallet();
        return "consumer " + Figures.grouped(split.consumer().getValue())
                + ", producer " + Figures.grouped(split.producer().getValue())
                + ", utility " + Figures.grouped(split.utility().getValue())
                + " of " + Figures.counted(split.total().getValue(), "coin");
    }
}
