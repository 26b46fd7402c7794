package org.gridbolt.pricing.market.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gridbolt.pricing.market.Area;

/**
 * Which areas there are, and which lie beside each other.
 *
 * @param beside the areas beside each area: none beside itself, and each beside whatever is beside it
 */
public record Areas(Map<Area, Set<Area>> beside) {

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_]{1,40}");

    /** Three areas in a row, A, B and C: Khalid and others speak of three and do not say how they lie. */
    public static final Areas LINE_OF_THREE = parse("A-B-C").orElseThrow();

    public Areas {
        Map<Area, Set<Area>> copy = new HashMap<>();
        beside.forEach((area, others) -> copy.put(area, Set.copyOf(others)));
        copy.forEach((area, others) -> others.forEach(other -> {
            if (area.equals(other) || !copy.getOrDefault(other, Set.of()).contains(area)) {
                throw new IllegalArgumentException(
                        "area %s lies beside %s, but not the other way round".formatted(area, other));
            }
        }));
        beside = Map.copyOf(copy);
    }

    /**
     * The areas of rows such as {@code A-B-C}, in which each lies beside the next, joined by {@code +}; or empty when the
     * text is none or an area lies beside itself. {@code A-B-C+C-D+E} are five areas, of which E lies apart.
     */
    public static Optional<Areas> parse(String text) {
        Map<Area, Set<Area>> beside = new HashMap<>();
        for (String row : text.split("\\+", -1)) {
            List<String> tags = List.of(row.split("-", -1));
            if (!isRow(tags)) {
                return Optional.empty();
            }
            addRow(tags.stream().map(Area::new).toList(), beside);
        }
        return Optional.of(new Areas(beside));
    }

    /** The areas there are, in the order of their tags. */
    public List<Area> all() {
        return beside.keySet().stream().sorted().toList();
    }

    /** The areas beside {@code area}, which is one of these. */
    Set<Area> besides(Area area) {
        return beside.getOrDefault(area, Set.of());
    }

    private static boolean isRow(List<String> tags) {
        return tags.stream().allMatch(tag -> TAG.matcher(tag).matches())
                && IntStream.range(1, tags.size()).noneMatch(i -> tags.get(i).equals(tags.get(i - 1)));
    }

    private static void addRow(List<Area> row, Map<Area, Set<Area>> beside) {
        for (int i = 0; i < row.size(); i++) {
            Set<Area> others = beside.computeIfAbsent(row.get(i), area -> new HashSet<>());
            others.addAll(row.subList(Math.max(0, i - 1), Math.min(row.size(), i + 2)));
            others.remove(row.get(i));
        }
    }

    /** The rows of two areas, and the areas that lie apart, as {@link #parse} reads them. */
    @Override
    public String toString() {
        return String.join(
                "+", all().stream().flatMap(area -> rowsFrom(area).stream()).toList());
    }

    private List<String> rowsFrom(Area area) {
        Set<Area> others = besides(area);
        return others.isEmpty()
                ? List.of(area.tag())
                : others.stream()
                        .filter(other -> area.compareTo(other) < 0)
                        .sorted()
                        .map(other -> area + "-" + other)
                        .toList();
    }
}
