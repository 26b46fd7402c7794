package org.gridbolt.multisig;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.bitcoinj.crypto.ECKey;
import org.bitcoinj.crypto.TransactionSignature;

/** What the classes of this module may know and do: values and arithmetic, nothing of the world. */
@AnalyzeClasses(packages = "org.gridbolt.multisig", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String INTERNAL = "org.gridbolt.multisig.internal..";

    /** Streams into memory, and the errors that their signatures name. */
    private static final DescribedPredicate<JavaClass> IN_MEMORY = belongToAnyOf(
            ByteArrayInputStream.class, ByteArrayOutputStream.class, IOException.class, UncheckedIOException.class);

    private static final DescribedPredicate<List<JavaClass>> A_LONG = DescribedPredicate.describe(
            "a long", types -> types.stream().anyMatch(type -> type.isEquivalentTo(long.class)));

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("org.gridbolt.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_reads_writes_waits_or_logs = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "org.slf4j..",
                    "io.netty..",
                    "com.google.protobuf.."));

    @ArchTest
    static final ArchRule streams_stay_in_memory = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.io..").and(DescribedPredicate.not(IN_MEMORY)));

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
    static final ArchRule only_immutable_values_of_bitcoinj_stand_outside_internal = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL)
            .should()
            .dependOnClassesThat(resideInAPackage("org.bitcoinj..")
                    .and(DescribedPredicate.not(resideInAnyPackage("org.bitcoinj.base..", "org.bitcoinj.crypto.."))));

    @ArchTest
    static final ArchRule bitcoin_kmp_stays_inside_internal = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.acinq.bitcoin..");

    /** Its verification accepts high S, and its parsing accepts points off the curve. */
    @ArchTest
    static final ArchRule bitcoinj_judges_no_key_and_no_signature =
            noClasses().should().dependOnClassesThat(belongToAnyOf(ECKey.class, TransactionSignature.class));

    /** Buffers, which are internal, fill. */
    @ArchTest
    static final ArchRule every_field_is_final = fields().that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(INTERNAL)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule nothing_is_a_fraction =
            noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);

    @ArchTest
    static final ArchRule nothing_returns_a_fraction =
            noMethods().should().haveRawReturnType(double.class).orShould().haveRawReturnType(float.class);

    /** A static method makes a value, as a constructor does. */
    @ArchTest
    static final ArchRule a_number_has_a_type_of_its_own = noMethods()
            .that()
            .arePublic()
            .and()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(INTERNAL)
            .should()
            .haveRawParameterTypes(A_LONG);
}
