package org.gridbolt.channel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.gridbolt.channel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {
        "org.gridbolt.channel.codec",
        "org.gridbolt.channel.message",
        "org.gridbolt.channel.ledger",
        "org.gridbolt.channel.event",
        "org.gridbolt.channel.action",
        "org.gridbolt.channel.signing",
        "org.gridbolt.channel.state",
        "org.gridbolt.channel.utility"
    };

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("org.gridbolt.channel.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_machines_do_nothing_but_compute = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io", "java.net..", "java.nio.file..", "java.util.concurrent..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.SecureRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread");

    @ArchTest
    static final ArchRule the_machines_know_no_driver_store_or_chain = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.gridbolt.channel.driver..",
                    "org.gridbolt.channel.store..",
                    "org.gridbolt.channel.chain..",
                    "org.gridbolt.channel.local..");

    @ArchTest
    static final ArchRule the_ledger_knows_no_key_and_no_state = noClasses()
            .that()
            .resideInAPackage("org.gridbolt.channel.ledger")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gridbolt.multisig.key..", "org.gridbolt.channel.state..");

    @ArchTest
    static final ArchRule only_embedding_code_computes_with_floating_point = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Double");
}
