package org.gridbolt.penalty;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/** What judges and punishes must not depend on: the world, and the code that a peer can confuse. */
@AnalyzeClasses(packages = "org.gridbolt.penalty", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<List<JavaClass>> A_LONG = DescribedPredicate.describe(
            "a long", types -> types.stream().anyMatch(type -> type.isEquivalentTo(long.class)));

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("org.gridbolt.penalty.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_depends_on_the_channel = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gridbolt.channel..", "org.gridbolt.node..");

    @ArchTest
    static final ArchRule nothing_reads_writes_waits_or_logs = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.io..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "java.net..",
                            "java.util.concurrent..",
                            "java.util.logging..",
                            "org.slf4j..",
                            "io.netty..",
                            "com.google.protobuf..")
                    .and(not(belongToAnyOf(ByteArrayOutputStream.class, Serializable.class))));

    @ArchTest
    static final ArchRule time_and_chance_come_from_outside = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(Random.class, SecureRandom.class, Clock.class, Thread.class))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule nothing_floats = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(double.class, float.class, Double.class, Float.class);

    @ArchTest
    static final ArchRule of_bitcoinj_only_its_values_are_known = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.bitcoinj..").and(not(resideInAPackage("org.bitcoinj.base.."))));

    /** What a split pays depends on amounts and energy alone. */
    @ArchTest
    static final ArchRule the_policy_knows_no_key_and_no_contract = noClasses()
            .that()
            .resideInAPackage("org.gridbolt.penalty.policy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.gridbolt.multisig.key..",
                    "org.gridbolt.multisig.script..",
                    "org.gridbolt.penalty.contract..",
                    "org.gridbolt.penalty.ruling..");

    /** But for the two that go through bytes, whose place in them moves. */
    @ArchTest
    static final ArchRule every_field_is_final = fields().that()
            .areDeclaredInClassesThat(not(assignableTo("org.gridbolt.penalty.encoding.CanonicalReader"))
                    .and(not(assignableTo("org.gridbolt.penalty.encoding.CanonicalWriter"))))
            .should()
            .beFinal();

    /** The canonical writer is where numbers of any type become bytes. */
    @ArchTest
    static final ArchRule a_number_has_a_type_of_its_own = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areNotDeclaredIn(CanonicalWriter.class)
            .should()
            .haveRawParameterTypes(A_LONG);
}
