package lstm.promises;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import org.xml.sax.SAXException;

/**
 * Gives files to every command that reads such, in this process, and judges how each ends: with a result that is whole,
 * or with one line and a code that means bad input. A code of 1, a bug's, is never among them.
 */
final class HostileCommands {
    /** What input may bring: a result, bad options, bad data, a bad model, a training that diverged. */
    private static final Set<Integer> CODES = Set.of(0, 2, 3, 4, 5);

    private static final int STOPPED = 130;

    /** A list may give outputs names that no file system takes. */
    private static final int UNWRITABLE = 7;

    private final Path folder;
    private final Path prices;
    private final Path model;
    private final Path known;
    private final Path picture;
    private final Path page;
    private int ran;
    private int good;

    /** A good series and models of it, one of which knows a column ahead. */
    record Trained(Path prices, Path model, Path known) {
        static Trained in(Path folder) {
            Path prices = SeriesFile.weekdays(folder.resolve("good.csv"), 60);
            Path model = folder.resolve("model.json");
            Path known = folder.resolve("known.json");
            Cli.run("train", prices, "-o", model, "--features", "open", Cli.TINY)
                    .succeeds();
            Cli.run("train", prices, "-o", known, "--known-ahead", "open", Cli.TINY)
                    .succeeds();
            return new Trained(prices, model, known);
        }
    }

    /** @param folder where the commands write */
    HostileCommands(Trained trained, Path folder) {
        this.folder = folder;
        prices = trained.prices();
        model = trained.model();
        known = trained.known();
        picture = folder.resolve("picture.svg");
        page = folder.resolve("page.html");
    }

    Path prices() {
        return prices;
    }

    int ran() {
        return ran;
    }

    /** How many of them had a result. */
    int good() {
        return good;
    }

    /** What {@code evaluate} writes, for {@code plot} to read. */
    String scored() {
        return Cli.run("evaluate", model, prices).succeeds().out();
    }

    /** A form for what is known ahead, filled in. */
    String future() {
        return Cli.run("future", known, "--horizon", 3).succeeds().out().replaceAll(",\n", ",7\n");
    }

    /** The commands that read a series, with options that make each a matter of milliseconds. */
    List<List<Object>> readingSeries(Path csv, String missing) {
        List<Object> policy = List.of("--missing", missing, "--quiet");
        return List.of(
                List.of("predict", model, csv, policy),
                List.of("evaluate", model, csv, policy, "--plot", picture, "--report", page, "--force"),
                List.of("evaluate", model, prices, "--context", csv, policy),
                List.of("check", csv, policy),
                List.of("check", csv, policy, "--json"),
                List.of(
                        "backtest",
                        csv,
                        policy,
                        "--origins",
                        2,
                        "--plot",
                        picture,
                        "--report",
                        page,
                        "--force",
                        Cli.TINY),
                List.of("compare", csv, policy, "--cells", "gru,rnn", "--plot", picture, "--force", Cli.TINY),
                List.of("explain", model, csv, policy, "--plot", picture, "--force"),
                List.of("future", known, csv, policy, "--horizon", 3),
                forecastingFrom(csv),
                List.of("plot", csv, "-o", picture, "--force"),
                List.of("plot", csv),
                List.of("train", csv, "-o", folder.resolve("own.json"), "--report", page, "--force", policy, Cli.TINY),
                List.of("batch", csv, "-o", folder.resolve("out"), "--jobs", 1, "--force", policy, Cli.TINY));
    }

    /** The command that reads what is known ahead. */
    List<Object> forecastingFrom(Path future) {
        return List.of("predict", known, "--future", future, "--horizon", 3, "--quiet");
    }

    /** The commands that take options from a file; what they would train is stopped at the first step. */
    List<List<Object>> configured(Path config) {
        List<Object> from = List.of("--config", config);
        Path own = folder.resolve("own.json");
        return List.of(
                List.of("train", prices, "-o", own, "--force", "--quiet", from),
                List.of("train", prices, "-o", own, "--print-config", from),
                List.of("check", prices, "--quiet", from),
                List.of("inspect", model, from),
                List.of("compare", prices, "--quiet", from));
    }

    /** The command that reads a list of files. */
    List<Object> listed(Path list) {
        return List.of("batch", list, "-o", folder.resolve("out"), "--jobs", 1, "--force", "--quiet", Cli.TINY);
    }

    void holds(List<Object> command, Path hostile) throws IOException {
        Cli run = Cli.run(command);
        boolean list = command.get(0).equals("batch") && !run.out().isEmpty();
        judge(run, command, hostile, list ? Set.of(0, 2, 3, 4, 5, UNWRITABLE) : CODES);
    }

    /** As if Ctrl-C came at once. */
    void holdsInterrupted(List<Object> command, Path hostile) throws IOException {
        judge(Cli.runInterrupted(command), command, hostile, Set.of(0, 2, 3, 4, 5, STOPPED));
    }

    private void judge(Cli run, List<Object> command, Path hostile, Set<Integer> codes) throws IOException {
        ran++;
        String where = command + " ended with " + run.code() + ": " + run.err() + "\n" + run.out() + "\nof "
                + Files.readString(hostile, ISO_8859_1);
        assertTrue(codes.contains(run.code()), where);
        assertTrue(run.err().chars().noneMatch(c -> c < ' ' && c != '\n'), where);
        if (!List.of("check", "batch").contains(command.get(0)) && !command.contains("--print-config")) {
            // These quote what they found.
            assertTrue(!run.out().contains("NaN") && !run.out().contains("Infinity"), where);
        }
        if (command.get(0).equals("batch") && !run.out().isEmpty()) {
            run.lines().forEach(line -> isStatus(line, where));
        } else if (run.code() != 0 && run.code() != STOPPED) {
            assertEquals(1, run.err().lines().count(), where);
            assertTrue(run.err().startsWith("lstm: ") && run.err().length() < 1000, where);
            assertEquals("", run.out(), where);
        }
        boolean some = run.code() == 0 || run.code() == STOPPED || run.out().contains("\"done\"");
        good += some ? 1 : 0;
        if (run.code() == 0) {
            picturesAreWhole(where);
        }
        for (Path drawn : List.of(picture, page)) {
            Files.deleteIfExists(drawn);
        }
    }

    private static void isStatus(String line, String where) {
        int code = Cli.json(line.getBytes(StandardCharsets.UTF_8)).get("code").intValue();
        assertTrue(CODES.contains(code) || code == UNWRITABLE, where);
    }

    private void picturesAreWhole(String where) throws IOException {
        if (Files.exists(picture)) {
            byte[] svg = Files.readAllBytes(picture);
            isXml(svg, where);
            assertTrue(
                    !new String(svg, StandardCharsets.UTF_8).matches("(?s).*(NaN|Infinity|<script|<image).*"), where);
        }
        if (Files.exists(page)) {
            String html = Files.readString(page);
            assertTrue(!html.contains("NaN") && !html.contains("Infinity") && !html.contains("<script"), where);
            assertTrue(html.strip().endsWith("</html>"), where);
        }
    }

    static void isXml(byte[] svg, String where) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(where, e);
        }
    }

    /** The files of a folder of the corpus. */
    static List<Path> corpus(String folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(Path.of("src/test/resources/hostile", folder))) {
            all.sorted().forEach(files::add);
        }
        return files;
    }
}
