import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Says at the end of a build what was tested, from Surefire's reports: one line a module, and what was skipped. */
public final class TestSummary {

    private static final List<String> MODULES =
            List.of("pricing", "multisig", "penalty", "channel-core", "node-daemon", "examples");

    private record Suite(String module, String name, int tests, int skipped, double seconds) {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        List<Suite> all = new ArrayList<>();
        List<String> withoutBitcoind = new ArrayList<>();
        for (String module : MODULES) {
            for (Path report : reports(root.resolve(module).resolve("target/surefire-reports"))) {
                Element suite = parse(report);
                all.add(read(module, suite));
                skippedForBitcoind(suite, withoutBitcoind);
            }
        }
        print(all, withoutBitcoind);
    }

    private static void print(List<Suite> all, List<String> withoutBitcoind) {
        System.out.printf("%nWhat was tested, on Java %s%n", System.getProperty("java.version"));
        System.out.printf("  %-14s %7s %7s %8s %8s%n", "module", "classes", "tests", "skipped", "seconds");
        for (String module : MODULES) {
            line(module, all.stream().filter(suite -> suite.module().equals(module)).toList());
        }
        line("all", all);
        System.out.print("  slowest: ");
        all.stream()
                .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
                .limit(5)
                .forEach(suite -> System.out.printf("%s %.0f s  ", suite.name(), suite.seconds()));
        System.out.println();
        if (withoutBitcoind.isEmpty()) {
            System.out.println("  bitcoind: every test that wants one had one");
        } else {
            System.out.printf("  NO BITCOIND: %d tests or classes did not run: %s%n", withoutBitcoind.size(), withoutBitcoind);
        }
    }

    private static void line(String name, List<Suite> suites) {
        System.out.printf(
                "  %-14s %7d %7d %8d %8.1f%n",
                name,
                suites.size(),
                suites.stream().mapToInt(Suite::tests).sum(),
                suites.stream().mapToInt(Suite::skipped).sum(),
                suites.stream().mapToDouble(Suite::seconds).sum());
    }

    private static List<Path> reports(Path folder) throws IOException {
        List<Path> reports = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                files.forEach(reports::add);
            }
        }
        return reports;
    }

    private static Element parse(Path report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
    }

    private static Suite read(String module, Element suite) {
        String name = suite.getAttribute("name");
        return new Suite(
                module,
                name.substring(name.lastIndexOf('.') + 1),
                Integer.parseInt(suite.getAttribute("tests")),
                Integer.parseInt(suite.getAttribute("skipped")),
                Double.parseDouble(suite.getAttribute("time").replace(",", "")));
    }

    private static void skippedForBitcoind(Element suite, List<String> names) {
        NodeList skipped = suite.getElementsByTagName("skipped");
        for (int i = 0; i < skipped.getLength(); i++) {
            Element reason = (Element) skipped.item(i);
            if (reason.getAttribute("message").contains("bitcoind")) {
                Element test = (Element) reason.getParentNode();
                names.add(test.getAttribute("name").isEmpty() ? suite.getAttribute("name") : test.getAttribute("name"));
            }
        }
    }
}
