package org.gridbolt.channel.state;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.event.WalletEvent;
import org.gridbolt.channel.message.HouseholdMessage;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.channel.utility.UtilityState;

/** Every kind of event in every state of a machine, as tables: what comes of it is read off the code, by {@link Answers}. */
final class EventMatrix {

    /** A group of events. */
    private record Group(String title, Class<?> handler) {

        /** One method for each kind, by name. */
        List<Method> events() {
            return Stream.of(handler.getDeclaredMethods())
                    .filter(method -> method.getName().startsWith("on") && !method.isSynthetic())
                    .sorted(Comparator.comparing(Method::getName))
                    .toList();
        }
    }

    private static final List<Group> WORLD = List.of(
            new Group("What the chain says", ChainNews.Handler.class),
            new Group("Connections", ConnectionEvent.Handler.class),
            new Group("The own coins", WalletEvent.Handler.class),
            new Group("What the owner orders", Command.Handler.class));

    private final Answers answers = new Answers();

    /** Of a household. */
    String ofHousehold() {
        List<Class<?>> states = leaves(ChannelState.class);
        return tables(
                        List.of(
                                new Group("What the other household says", PeerMessage.Handler.class),
                                new Group("What the utility says", UtilityMessage.Handler.class)),
                        states,
                        answers::of)
                + tables(WORLD, states, answers::of);
    }

    /** Of the utility. */
    String ofUtility() {
        List<Class<?>> states = leaves(UtilityState.class);
        return tables(List.of(new Group("What a household says", HouseholdMessage.Handler.class)), states, this::heard)
                + tables(WORLD, states, answers::of);
    }

    /** A household's message reaches a state of the utility by way of its ear. */
    private String heard(Class<?> state, Method message) {
        JavaMethod hearing = answers.heardBy(ear(), message, UtilityState.class);
        return answers.of(state, hearing.reflect());
    }

    private static Class<?> ear() {
        try {
            return Class.forName(UtilityState.class.getPackageName() + ".Ear");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(part -> leaves(part).stream())
                        .toList()
                : List.of(type);
    }

    private static String tables(
            List<Group> groups, List<Class<?>> states, BiFunction<Class<?>, Method, String> answer) {
        return groups.stream().map(group -> table(group, states, answer)).collect(Collectors.joining());
    }

    private static String table(Group group, List<Class<?>> states, BiFunction<Class<?>, Method, String> answer) {
        StringBuilder table = new StringBuilder("### ").append(group.title()).append("\n\n| |");
        states.forEach(state -> table.append(' ').append(state.getSimpleName()).append(" |"));
        table.append("\n|---|").append("---|".repeat(states.size())).append('\n');
        for (Method event : group.events()) {
            table.append("| ").append(event.getName().substring(2)).append(" |");
            states.forEach(state ->
                    table.append(' ').append(answer.apply(state, event)).append(" |"));
            table.append('\n');
        }
        return table.append('\n').toString();
    }
}
