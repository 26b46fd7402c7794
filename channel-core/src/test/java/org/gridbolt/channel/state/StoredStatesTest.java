package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridbolt.channel.store.StateCodec;
import org.gridbolt.channel.store.StoredChannel;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StoredExamples;
import org.gridbolt.channel.testing.StoredExamples.Example;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every state that a household ever stored stays readable. */
class StoredStatesTest {

    private static final List<Party> ROLES = List.of(Party.CONSUMER, Party.PRODUCER);

    private final Neighbourhood street = new Neighbourhood();

    private StateCodec codec(String name) {
        return new StateCodec(street.household(Party.valueOf(role(name))).profile());
    }

    private static String role(String name) {
        return name.substring(0, name.indexOf('-'));
    }

    @BeforeAll
    static void addMissing() {
        if (!StoredExamples.isRewriting()) {
            return;
        }
        StoredExamples examples = StoredExamples.of("household", StateCodec.VERSION);
        for (HouseholdRig rig : Lives.households()) {
            Party role = rig.profile().role();
            add(examples, rig, new New(rig.profile(), Set.of(rig.keyId())));
            add(examples, rig, new Aborted(role, "the terms are not acceptable"));
            add(examples, rig, new FundingLost(role));
            rig.lived().values().forEach(state -> {
                add(examples, rig, state);
                add(examples, rig, state.restored().next());
            });
        }
    }

    private static void add(StoredExamples examples, HouseholdRig rig, ChannelState state) {
        StoredChannel stored = new StateCodec(rig.profile()).encode(state);
        String name = rig.profile().role() + "-" + state.name().replace(' ', '-');
        examples.add(name, stored.head(), stored.journal().since(0));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(StoredStatesTest::leaves)
                : Stream.of(type);
    }

    @Test
    void there_is_a_stored_example_of_every_state_in_both_roles() {
        Set<String> kinds = StoredExamples.of("household", StateCodec.VERSION).all().entrySet().stream()
                .map(example -> role(example.getKey()) + " "
                        + decode(example.getKey(), example.getValue())
                                .getClass()
                                .getSimpleName())
                .collect(Collectors.toSet());

        assertThat(kinds)
                .containsAll(leaves(ChannelState.class)
                        .flatMap(state -> ROLES.stream().map(role -> role + " " + state.getSimpleName()))
                        .toList());
    }

    private ChannelState decode(String name, Example example) {
        return codec(name)
                .decode(new StoredChannel(example.head(), Journal.of(example.journal())))
                .orElseThrow();
    }

    @Test
    void every_stored_example_reads_back_and_is_written_again_as_it_was() {
        for (int version = 1; version <= StateCodec.VERSION; version++) {
            for (Map.Entry<String, Example> entry :
                    StoredExamples.of("household", version).all().entrySet()) {
                ChannelState state = decode(entry.getKey(), entry.getValue());
                StoredChannel again = codec(entry.getKey()).encode(state);

                assertThat(again.journal().since(0)).isEqualTo(entry.getValue().journal());
                assertThat(codec(entry.getKey()).decode(again).value()).contains(state);
                if (version == StateCodec.VERSION) {
                    assertThat(again.head())
                            .as(entry.getKey())
                            .isEqualTo(entry.getValue().head());
                }
                assertThat(state.resume().next()).isNotNull();
            }
        }
    }
}
