package org.gridbolt.node.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridbolt.node.faults.FaultPage.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faults keep up with the code that they are planted in; whether they are noticed, {@link CaughtFaultsTest} tries. */
class PlantedFaultsTest {

    @Test
    void every_fault_finds_its_place_and_compiles(@TempDir Path folder) throws IOException {
        try (Planting planting = new Planting()) {
            for (List<Fault> together : oneOfEachClass()) {
                planting.compile(together, folder);
            }
        }
        assertThat(PlantedFaults.ALL)
                .allSatisfy(fault -> assertThat(folder.resolve(fault.type().replace('.', '/') + ".class"))
                        .isNotEmptyFile());
    }

    /** A compiler takes a class once, and many of them faster than one by one. */
    private static Collection<List<Fault>> oneOfEachClass() {
        Map<String, Integer> seen = new HashMap<>();
        return PlantedFaults.ALL.stream()
                .collect(Collectors.groupingBy(fault -> seen.merge(fault.where(), 1, Integer::sum)))
                .values();
    }

    @Test
    void every_fault_changes_what_the_class_says() throws IOException {
        for (Fault fault : PlantedFaults.ALL) {
            assertThat(fault.planted()).as(fault.name()).contains(fault.instead());
            assertThat(fault.instead()).as(fault.name()).isNotEqualTo(fault.text());
        }
    }

    @Test
    void every_test_that_should_notice_is_there() {
        assertThat(PlantedFaults.ALL)
                .allSatisfy(fault -> assertThat(fault.missingTests()).isEmpty())
                .allSatisfy(fault -> assertThat(fault.tests()).isNotEmpty());
    }

    @Test
    void the_page_has_these_faults_and_each_was_caught() throws IOException {
        Map<String, String> places = PlantedFaults.ALL.stream().collect(Collectors.toMap(Fault::name, Fault::where));

        assertThat(places).hasSizeGreaterThanOrEqualTo(25);
        assertThat(FaultPage.places()).containsExactlyInAnyOrderEntriesOf(places);
        assertThat(FaultPage.read().values()).allMatch(Trial::isCaught);
    }
}
