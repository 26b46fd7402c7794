package org.gridbolt.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.gridbolt.node", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule there_are_no_package_cycles =
            slices().matching("org.gridbolt.node.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_depends_on_the_entry_point = noClasses()
            .that()
            .resideInAPackage("org.gridbolt.node.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gridbolt.node");

    @ArchTest
    static final ArchRule a_report_is_amounts_and_names_only = noClasses()
            .that()
            .resideInAPackage("org.gridbolt.node.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gridbolt.channel..", "org.gridbolt.penalty..", "org.gridbolt.multisig..");

    @ArchTest
    static final ArchRule the_terminal_knows_nothing_of_channels = noClasses()
            .that()
            .resideInAPackage("org.gridbolt.node.terminal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gridbolt.node.report..", "org.gridbolt.channel..", "org.gridbolt.pricing..");

    @ArchTest
    static final ArchRule a_page_knows_nothing_of_what_it_shows = noClasses()
            .that()
            .resideInAPackage("org.gridbolt.node.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.gridbolt.node.report..",
                    "org.gridbolt.channel..",
                    "org.gridbolt.penalty..",
                    "org.gridbolt.multisig..",
                    "org.gridbolt.pricing..");
}
