package org.gridbolt.channel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Set;
import org.gridbolt.channel.utility.PreimageKey;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.ShaChain;
import org.gridbolt.penalty.contract.Preimages;

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

    private static final String[] MACHINES = {"org.gridbolt.channel.state", "org.gridbolt.channel.utility"};

    /** Of what a machine holds, what can sign or reveal: contracts are signed by node keys, units revealed by K_U. */
    private static final Set<String> STATED = Set.of(
            "org.gridbolt.channel.state.HouseholdProfile.nodeKey",
            "org.gridbolt.channel.utility.UtilityProfile.nodeKey",
            "org.gridbolt.channel.utility.UtilityProfile.preimageKey",
            "org.gridbolt.channel.utility.UtilityContext.preimages");

    /** What the peer has revealed of its own, which is no secret between the two any more. */
    private static final Set<String> REVEALED = Set.of("org.gridbolt.channel.state.Claims.revoked");

    private static final Set<String> SECRETS = Set.of(
            PrivateKey.class.getName(),
            ChannelSecrets.class.getName(),
            ShaChain.class.getName(),
            Preimages.class.getName(),
            PreimageKey.class.getName());

    @ArchTest
    static final ArchRule the_machines_hold_no_secret_but_those_stated = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(MACHINES)
            .should(holdNoSecret());

    private static ArchCondition<JavaField> holdNoSecret() {
        return new ArchCondition<>("hold no secret but those stated") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean secret = field.getName().toLowerCase(Locale.ROOT).contains("seed")
                        || field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> SECRETS.contains(type.getFullName()));
                boolean known = STATED.contains(field.getFullName()) || REVEALED.contains(field.getFullName());
                if (secret && !known) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " holds a secret"));
                }
            }
        };
    }

    @ArchTest
    static final ArchRule the_machines_derive_no_key_of_a_channel = noClasses()
            .that()
            .resideInAnyPackage(MACHINES)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ChannelSecrets.class, ShaChain.class);

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
