package org.gridbolt.channel.state;

import static com.tngtech.archunit.core.domain.JavaModifier.BRIDGE;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.pricing.Flaw;

/**
 * What a state answers to a kind of event, read off the compiled method that answers it: the one that Java would call, wherever
 * among the state's types it stands, and the refusals that this method and those of the same state can come to.
 */
final class Answers {

    /** What does no more than to refuse calls nothing else. */
    private static final Set<String> REFUSING = Set.of(
            "unexpected", "refuse", "refused", "kind", "name", "getClass", "getSimpleName", "to", "peer", "self");

    private static final Set<String> TELLING = Set.of("to", "reason", "transaction", "txid");

    private final JavaClasses classes =
            new ClassFileImporter().importPackages("org.gridbolt.channel", "org.gridbolt.pricing");

    /** In one word, and behind it the refusals that are possible besides. */
    String of(Class<?> state, Method event) {
        JavaMethod answer = answering(state, event.getName(), event.getParameterTypes());
        Set<String> refusals = refusals(state, answer);
        Set<String> calls = names(answer.getMethodCallsFromSelf().stream().map(call -> call.getTarget()));
        if (calls.equals(Set.of("stay"))) {
            return "stays";
        }
        if (REFUSING.containsAll(calls) && isBuiltOf(answer, Refusal.class, Flaw.class, Notice.Refused.class)) {
            return refusals.isEmpty() ? "refuses" : String.join(" or ", refusals);
        }
        if (TELLING.containsAll(calls) && isBuiltOf(answer, Notice.class)) {
            return "tells";
        }
        return refusals.isEmpty() ? "acts" : "acts, " + String.join(", ", refusals);
    }

    /** What {@code method} of the utility's ear calls: the method of a state that hears that kind of message. */
    JavaMethod heardBy(Class<?> ear, Method method, Class<?> states) {
        return compiled(ear, method.getName(), method.getParameterTypes()).getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(states))
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isBuiltOf(JavaMethod method, Class<?>... kinds) {
        return method.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .allMatch(built -> built.isEquivalentTo(ChannelAction.Report.class)
                        || Stream.of(kinds).anyMatch(built::isAssignableTo));
    }

    private static Set<String> names(Stream<? extends HasName> members) {
        return members.map(HasName::getName).collect(Collectors.toSet());
    }

    /** By what is built on the way, through the methods of the state itself. */
    private Set<String> refusals(Class<?> state, JavaMethod answer) {
        Set<JavaCodeUnit> seen = new LinkedHashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(answer));
        Set<String> refusals = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            if (seen.add(unit)) {
                unit.getConstructorCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner())
                        .forEach(built -> refusal(built).forEach(refusals::add));
                Stream.concat(
                                unit.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                                unit.getMethodReferencesFromSelf().stream().map(call -> call.getTarget()))
                        .filter(target -> isOf(state, target.getOwner()) && !isOfAnyObject(target))
                        .forEach(target -> open.add(next(state, unit, target)));
            }
        }
        return refusals;
    }

    /** A method that calls its own name in a type above it means the one there. */
    private JavaMethod next(Class<?> state, JavaCodeUnit from, CodeUnitAccessTarget target) {
        Class<?>[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::reflect).toArray(Class<?>[]::new);
        boolean above = target.getName().equals(from.getName())
                && from.getRawParameterTypes().equals(target.getRawParameterTypes());
        return above
                ? answering(target.getOwner().reflect(), target.getName(), parameters)
                : answering(state, target.getName(), parameters);
    }

    private static Stream<String> refusal(JavaClass built) {
        if (built.isEquivalentTo(Notice.CommandRefused.class)) {
            return Stream.of("refuses");
        }
        return built.isAssignableTo(Refusal.class) ? Stream.of(word(built.getSimpleName())) : Stream.empty();
    }

    private static String word(String refusal) {
        return switch (refusal) {
            case "Ignored" -> "ignores";
            case "Warned" -> "warns";
            case "Disconnected" -> "disconnects";
            case "ChannelFailed" -> "fails";
            default -> refusal.toLowerCase(Locale.ROOT);
        };
    }

    /** Newer compilers name the type of the receiver as the owner of what every object has. */
    private static boolean isOfAnyObject(CodeUnitAccessTarget target) {
        return Stream.of(Object.class.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(target.getName())
                        && method.getParameterCount()
                                == target.getRawParameterTypes().size());
    }

    private static boolean isOf(Class<?> state, JavaClass owner) {
        return owner.getPackageName().startsWith("org.gridbolt.channel") && owner.isAssignableFrom(state);
    }

    /** The method that Java calls on a {@code state}. */
    private JavaMethod answering(Class<?> state, String name, Class<?>... parameters) {
        return Stream.of(state.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> List.of(method.getParameterTypes()).equals(List.of(parameters)))
                .findFirst()
                .map(method -> compiled(method.getDeclaringClass(), name, parameters))
                .orElseGet(() -> hidden(state, name, parameters));
    }

    private JavaMethod hidden(Class<?> state, String name, Class<?>... parameters) {
        return classes.stream()
                .filter(owner -> isOf(state, owner))
                .flatMap(owner -> owner.tryGetMethod(name, parameters).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(state + " has no " + name));
    }

    private JavaMethod compiled(Class<?> owner, String name, Class<?>... parameters) {
        return classes.get(owner).getMethods().stream()
                .filter(method ->
                        method.getName().equals(name) && !method.getModifiers().contains(BRIDGE))
                .filter(method -> method.getRawParameterTypes().stream()
                        .map(JavaClass::reflect)
                        .toList()
                        .equals(List.of(parameters)))
                .findFirst()
                .orElseThrow();
    }
}
