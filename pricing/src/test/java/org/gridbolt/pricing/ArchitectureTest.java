package org.gridbolt.pricing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;

@AnalyzeClasses(packages = "org.gridbolt.pricing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("org.gridbolt.(pricing..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_reaches_the_world = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.io..",
                            "java.net..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "java.util.concurrent..",
                            "java.util.logging..",
                            "org.slf4j..")
                    .and(not(belongToAnyOf(IOException.class, UncheckedIOException.class))));

    @ArchTest
    static final ArchRule only_the_profile_meets_input_errors = noClasses()
            .that()
            .resideOutsideOfPackage("org.gridbolt.pricing.profile")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule nothing_asks_for_the_time_or_for_chance = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.time.Clock.class, java.util.Random.class, java.security.SecureRandom.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(Math.class, "random");

    /** A forecast is a guess, and statistics need no exactness; what leaves it towards a price is whole watt-hours. */
    @ArchTest
    static final ArchRule nothing_floats_but_a_forecast = noClasses()
            .that()
            .resideOutsideOfPackage("org.gridbolt.pricing.forecast")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(double.class, float.class, Double.class, Float.class);

    @ArchTest
    static final ArchRule only_a_forecast_has_statistics = noClasses()
            .that()
            .resideOutsideOfPackage("org.gridbolt.pricing.forecast")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ojalgo..", "org.apache.commons.numbers.gamma..");

    @ArchTest
    static final ArchRule a_price_is_made_without_floating = noClasses()
            .that()
            .haveSimpleNameContaining("Price")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(double.class, float.class, Double.class, Float.class);

    @ArchTest
    static final ArchRule of_bitcoinj_only_the_coin_is_known = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.bitcoinj..").and(not(belongToAnyOf(org.bitcoinj.base.Coin.class))));

    @ArchTest
    static final ArchRule a_reward_token_is_no_coin = noClasses()
            .that()
            .resideInAPackage("org.gridbolt.pricing.reward")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(org.bitcoinj.base.Coin.class, ExactCoins.class, Price.class);
}
