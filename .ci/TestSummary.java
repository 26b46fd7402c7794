import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Says at the end of a build what was tested, from the JUnit Platform's report of each module: one line a module, and what was
 * skipped for want of a bitcoind. A class that two engines run (JUnit and jqwik) counts once, its tests all.
 */
public final class TestSummary {

    private static final List<String> MODULES =
            List.of("pricing", "multisig", "penalty", "channel-core", "node-daemon", "examples");
    private static final Pattern CLASS = Pattern.compile("\\[class:([^\\]]+)\\]");

    private record Item(String module, String id, String name, boolean isTest, String status, String reason, Duration time) {

        Optional<String> className() {
            Matcher found = CLASS.matcher(id);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }

        boolean isSkipped() {
            return status.equals("SKIPPED") || status.equals("ABORTED");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        List<Item> items = new ArrayList<>();
        for (String module : MODULES) {
            Path report = root.resolve(module).resolve("target/junit/open-test-report.xml");
            if (Files.exists(report)) {
                items.addAll(read(module, report));
            }
        }
        print(items);
    }

    private static List<Item> read(String module, Path report) throws Exception {
        Element events = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        Map<String, Element> finished = new HashMap<>();
        for (Element end : elements(events, "e:finished")) {
            finished.put(end.getAttribute("id"), end);
        }
        return elements(events, "e:started").stream()
                .filter(start -> finished.containsKey(start.getAttribute("id")))
                .map(start -> item(module, start, finished.get(start.getAttribute("id"))))
                .toList();
    }

    private static Item item(String module, Element start, Element end) {
        return new Item(
                module,
                text(start, "junit:uniqueId"),
                start.getAttribute("name"),
                text(start, "junit:type").equals("TEST"),
                elements(end, "result").get(0).getAttribute("status"),
                text(end, "reason"),
                Duration.between(Instant.parse(start.getAttribute("time")), Instant.parse(end.getAttribute("time"))));
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static String text(Element in, String name) {
        return elements(in, name).stream().map(Element::getTextContent).findFirst().orElse("");
    }

    private static void print(List<Item> items) {
        System.out.printf("%nWhat was tested, on Java %s%n", System.getProperty("java.version"));
        System.out.printf("  %-14s %7s %7s %8s %8s%n", "module", "classes", "tests", "skipped", "seconds");
        for (String module : MODULES) {
            line(module, items.stream().filter(item -> item.module().equals(module)).toList());
        }
        line("all", items);
        slowest(items);
        bitcoind(items);
    }

    /** A class that is skipped as a whole counts as one skipped test: its own were never found. */
    private static void line(String name, List<Item> items) {
        List<Item> tests = items.stream().filter(item -> item.isTest() || item.isSkipped()).toList();
        System.out.printf(
                "  %-14s %7d %7d %8d %8.1f%n",
                name,
                tests.stream().flatMap(item -> item.className().stream()).distinct().count(),
                tests.size(),
                tests.stream().filter(Item::isSkipped).count(),
                seconds(tests));
    }

    private static double seconds(List<Item> items) {
        return items.stream().mapToDouble(item -> item.time().toNanos() / 1e9).sum();
    }

    private static void slowest(List<Item> items) {
        Map<String, Double> seconds = items.stream()
                .filter(item -> item.isTest() && item.className().isPresent())
                .collect(Collectors.groupingBy(
                        item -> item.className().orElseThrow(),
                        Collectors.summingDouble(item -> item.time().toNanos() / 1e9)));
        String names = seconds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(5)
                .map(entry -> String.format("%s %.0f s", simple(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(", "));
        System.out.println("  slowest: " + names);
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static void bitcoind(List<Item> items) {
        List<String> without = items.stream()
                .filter(item -> item.isSkipped() && item.reason().contains("bitcoind"))
                .map(item -> Objects.requireNonNullElse(item.name(), item.id()))
                .toList();
        System.out.println(
                without.isEmpty()
                        ? "  bitcoind: every test that wants one had one"
                        : "  NO BITCOIND: " + without.size() + " tests or classes did not run: " + without);
    }
}
