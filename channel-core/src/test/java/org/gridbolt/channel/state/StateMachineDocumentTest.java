package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.HouseholdRig.Step;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/state-machine.md} to what households really do: channels of every kind are lived through, and the steps
 * that led from one state to another are the document. {@code -Dgolden=rewrite} writes it anew: commit that only if you
 * understand what changed it.
 */
class StateMachineDocumentTest {

    private static final String START = """
            # The state machines

            The first part is how a household's channel moves, the second what every state answers to every event, of a household and
            of the utility. A test compares this page with what the machines do.

            ## How a household's channel moves

            Every step that leads from one state to another, as channels of every kind made it in a test: an honest day, a default, a
            waived one, a cheat, closes alone and without the peer, reorganisations, a backup, openings that came to nothing. Events
            that leave a state as it is are not in it.

            `Resolving` is named by what spent the wallet; with nothing left to claim it is `Burying`.

            """;

    private static final String ANSWERS = """

            ## Every event in every state

            Read off the compiled method that answers in that state, its own or an inherited one:

            | | |
            |---|---|
            | stays | nothing is changed, nobody told |
            | tells | the owner is told, nothing else |
            | ignores | refused: the owner is told, the sender not |
            | warns | refused: the sender is told too, and the channel goes on |
            | disconnects | refused: the connection ends; on the next one both say where they stand |
            | fails | refused: the own newest version is published |
            | refuses | the owner's order is not followed, and it is told why |
            | acts | the state has code for it; behind it the refusals that the state's own code can come to, by what came or by the role |

            """;

    private static final String UTILITY = """
            ## The utility

            What its owner orders is no event: it is followed or refused at once. A household's orders have no place here.

            """;

    private static Stream<Step> lived() {
        return Lives.households().stream()
                .map(HouseholdRig::steps)
                .flatMap(List::stream)
                .filter(step -> !step.from().equals(step.to()));
    }

    private static String document() {
        Map<String, Map<String, Set<String>>> table = new TreeMap<>();
        lived().forEach(step -> table.computeIfAbsent(step.from(), from -> new TreeMap<>())
                .computeIfAbsent(step.to(), to -> new TreeSet<>())
                .add(step.event()));
        StringBuilder page = new StringBuilder(START).append("```mermaid\nstateDiagram-v2\n");
        table.forEach((from, targets) -> targets.keySet()
                .forEach(to -> page.append("    ")
                        .append(id(from))
                        .append(" --> ")
                        .append(id(to))
                        .append('\n')));
        page.append("```\n\n| from | to | on |\n|---|---|---|\n");
        table.forEach((from, targets) -> targets.forEach((to, events) -> page.append("| ")
                .append(from)
                .append(" | ")
                .append(to)
                .append(" | ")
                .append(events.stream().collect(Collectors.joining(", ")))
                .append(" |\n")));
        EventMatrix matrix = new EventMatrix();
        page.append(ANSWERS)
                .append("## A household\n\n")
                .append(matrix.ofHousehold())
                .append(UTILITY)
                .append(matrix.ofUtility());
        return page.toString().stripTrailing() + "\n";
    }

    private static String id(String state) {
        return state.replace(' ', '_');
    }

    @Test
    void the_document_says_what_the_machine_does() throws IOException {
        Path file = Path.of(System.getProperty("gridbolt.root", "."), "docs", "state-machine.md");
        String document = document();
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.writeString(file, document);
        }

        assertThat(Files.readString(file)).isEqualTo(document);
    }
}
