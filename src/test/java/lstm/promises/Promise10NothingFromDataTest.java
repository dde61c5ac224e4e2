package lstm.promises;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lstm.ProgramClasses;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 10: no code, path or address is taken from data; only files named on the command line are opened. */
@Order(14)
@Tag("process")
class Promise10NothingFromDataTest {
    /** It stands in every hostile text, and so may stand in no name that the system is asked for. */
    private static final String CANARY = "canary";

    /** Column names that some program somewhere would open, run or call. */
    private static final List<String> HOSTILE = List.of(
            "http://canary.invalid/x",
            "file:///tmp/canary",
            "/tmp/canary",
            "../canary",
            "@canary",
            "@/tmp/canary",
            "$(touch canary)",
            "`touch canary`",
            "; touch canary",
            "|touch canary",
            "${jndi:ldap://canary.invalid/x}",
            "${sys:java.home}canary",
            "${env:HOME:-canary}",
            "=cmd|' /C canary'!A0",
            "canary.csv.gz",
            "\\\\canary.invalid\\share",
            "!!java.net.URL [http://canary.invalid]",
            "java.lang.Runtime.canary",
            "%s%n%canary",
            "\u001b]8;;http://canary.invalid\u0007");

    private static final Pattern FILE = Pattern.compile("(open|openat|openat2|creat)\\((?:AT_FDCWD, )?\"([^\"]*)\"");
    private static int calls;

    @TempDir
    Path directory;

    @AfterAll
    static void report() {
        Figures.report("10.system.calls.watched", calls);
    }

    private Path hostile(int rows) {
        List<String> names = HOSTILE.stream()
                .map(name -> "\"" + name.replace("\"", "\"\"") + "\"")
                .toList();
        return SeriesFile.of(
                directory.resolve("prices.csv"),
                "date," + String.join(",", names),
                rows,
                k -> SeriesFile.weekday(k) + ("," + SeriesFile.wave(k)).repeat(names.size()));
    }

    @Test
    void theSystemIsAskedForNothingButFilesOfTheCommandLine() throws Exception {
        Assumptions.assumeTrue(canTrace(), "strace is not here or may not trace: system calls are not watched");
        Path csv = hostile(60);
        Path model = directory.resolve("m.model.json");
        Path out = directory.resolve("out.csv");
        Object[] columns = {"--target", HOSTILE.get(0), "--features", HOSTILE.get(6), "--features", HOSTILE.get(10)};
        onlyOpens(List.of(csv, model), "train", csv, "-o", model, Cli.TINY, List.of(columns));
        onlyOpens(List.of(csv, model, out), "predict", model, csv, "-o", out, "--horizon", 2);
        Path config = Files.writeString(directory.resolve("c.yaml"), "target: '" + HOSTILE.get(10) + "'\n");
        List<Traced> others = List.of(
                () -> onlyOpens(List.of(model), "inspect", model),
                () -> onlyOpens(List.of(csv, config), "check", csv, "--config", config),
                () -> evaluated(csv, model, out),
                () -> batched(csv));
        for (Traced other : Tier.some(1, others)) {
            other.run();
        }
        Set<String> expected = Set.of("c.yaml", "m.model.json", "night", "out.csv", "prices.csv", "x.html", "x.svg");
        assertTrue(expected.containsAll(names()), names().toString());
    }

    /** A command of which it is watched what it opens. */
    private interface Traced {
        void run() throws Exception;
    }

    private void evaluated(Path csv, Path model, Path out) throws Exception {
        Path svg = directory.resolve("x.svg");
        Path page = directory.resolve("x.html");
        Object[] drawn = {"--plot", svg, "--report", page};
        onlyOpens(List.of(csv, model, out, svg, page), "evaluate", model, csv, "-o", out, "--force", List.of(drawn));
    }

    private void batched(Path csv) throws Exception {
        Path folder = directory.resolve("night");
        List<Path> nightly =
                List.of(csv, folder, folder.resolve("prices.model.json"), folder.resolve("prices.forecast.csv"));
        Object[] aim = {"--target", HOSTILE.get(0), "--jobs", 1, "--quiet"};
        onlyOpens(nightly, "batch", csv, "-o", folder, Cli.TINY, List.of(aim));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("trace"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean canTrace() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void onlyOpens(List<Path> named, Object... arguments) throws Exception {
        Path trace = directory.resolve("trace");
        List<Object> words = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-qq", "-s", 4096));
        words.addAll(List.of("-e", "trace=%file,%network,process", "-o", trace));
        words.addAll(Jvm.brief("-XX:-UsePerfData").command(arguments));
        Child.Ended ended = Child.run(directory, Map.of(), words);
        assertEquals(0, ended.code(), ended.err());
        int programs = 0;
        for (String call : Files.readAllLines(trace)) {
            calls++;
            if (call.contains("execve")) {
                // The names of columns stand on the command line too.
                programs++;
                continue;
            }
            assertFalse(call.contains(CANARY), call);
            assertFalse(call.contains("connect(") && call.contains("AF_INET"), call);
            assertFalse(call.contains("sendto(") || call.contains("bind("), call);
            Matcher file = FILE.matcher(call);
            if (file.find() && !call.contains("ENOENT")) {
                assertTrue(isOurs(Path.of(file.group(2)), named), call);
            }
        }
        assertEquals(1, programs, "another program was started");
    }

    /** The files of the command line, those beside them that a save needs, and what Java itself is made of. */
    private boolean isOurs(Path opened, List<Path> named) {
        Path path = directory.resolve(opened).normalize();
        if (path.startsWith(directory)) {
            return path.equals(directory)
                    || named.stream().anyMatch(file -> path.getFileName()
                            .toString()
                            .contains(file.getFileName().toString()));
        }
        List<String> java = new ArrayList<>(List.of(
                System.getProperty("java.home"),
                Child.HOME.resolve("target").toString(),
                System.getProperty("user.home") + "/.javacpp",
                "/proc",
                "/sys",
                "/dev",
                "/etc",
                "/lib",
                "/usr"));
        return java.stream().anyMatch(path::startsWith);
    }

    @Test
    void aFileOfArgumentsIsNotExpanded() throws IOException {
        Path arguments = Files.writeString(directory.resolve("arguments"), "--help");
        for (String command : List.of("predict", "inspect", "train")) {
            Cli run = Cli.run(command, "@" + arguments);
            assertEquals(command.equals("train") ? 3 : 4, run.code(), run.err());
            assertTrue(run.err().startsWith("lstm: @" + arguments + ": no such file; "), run.err());
        }
    }

    @Test
    void theProgramHasNoMeansToRunLoadOrCall() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.nio.channels.spi..",
                        "javax.naming..",
                        "javax.script..",
                        "java.rmi..",
                        "java.lang.reflect..",
                        "java.lang.invoke..",
                        "java.beans..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ClassLoader")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.fasterxml.jackson.databind.ObjectMapper")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .orShould()
                .callMethod(Runtime.class, "load", String.class)
                .orShould()
                .callMethod(System.class, "load", String.class)
                .orShould()
                .callMethod(System.class, "loadLibrary", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(ProgramClasses.ALL);
    }
}
