package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.HouseholdMessage;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.penalty.contract.Signed;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a household can say to the utility carries a signature of a commitment or a cooperative close, or a key of the
 * household: with such a signature the utility's own key would complete a spend of the wallet.
 *
 * <p>MUST 1.3: no message to the utility can carry a commitment or closing signature.
 */
class MessagesToUtilityTest {

    /** Signatures of contracts, of the penalty and of its twin on a confirmed commitment: no others. */
    private static final Set<Class<?>> MAY_HOLD_SIGNATURES =
            Set.of(Signed.class, PenaltySigned.class, ForfeitSigned.class);

    private static Set<RecordComponent> componentsOf(Class<?> message) {
        Set<RecordComponent> found = new HashSet<>();
        Set<Class<?>> seen = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(message));
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (seen.add(type) && type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    found.add(component);
                    open.addAll(classesIn(component.getGenericType()));
                }
            }
        }
        return found;
    }

    private static List<Class<?>> classesIn(Type type) {
        if (type instanceof Class<?> plain) {
            return List.of(plain);
        }
        return type instanceof ParameterizedType generic
                ? List.of((Class<?>) generic.getRawType(), rawOf(generic.getActualTypeArguments()[0]))
                : List.of();
    }

    private static Class<?> rawOf(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : type instanceof Class<?> plain ? plain : Object.class;
    }

    @Test
    void no_message_to_the_utility_holds_a_signature_over_a_commitment() {
        for (Class<?> message : HouseholdMessage.class.getPermittedSubclasses()) {
            assertThat(componentsOf(message))
                    .filteredOn(component -> component.getType() == Signature.class)
                    .allMatch(component -> MAY_HOLD_SIGNATURES.contains(component.getDeclaringRecord()));
        }
    }

    @Test
    void no_message_to_the_utility_holds_a_key() {
        for (Class<?> message : HouseholdMessage.class.getPermittedSubclasses()) {
            assertThat(componentsOf(message))
                    .extracting(RecordComponent::getType)
                    .doesNotContain(PrivateKey.class, ChannelSecrets.class);
        }
    }

    @Test
    void what_the_utility_stores_of_a_channel_holds_no_key_and_one_signature_of_the_consumer() {
        List<Class<?>> states =
                List.of(Gathering.class, Offering.class, Funding.class, Trading.class, Judged.class, Executing.class);
        for (Class<?> state : states) {
            List<Class<?>> holders = componentsOf(state).stream()
                    .filter(component -> component.getType() == Signature.class)
                    .<Class<?>>map(RecordComponent::getDeclaringRecord)
                    .filter(holder -> holder != Signed.class)
                    .distinct()
                    .toList();
            assertThat(holders).isSubsetOf(Arrays.asList(Executing.class));
        }
    }
}
