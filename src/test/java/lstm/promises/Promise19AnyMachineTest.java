package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 19: on any machine the same result, or the clean error. */
@Order(7)
@Tag("process")
class Promise19AnyMachineTest {
    private static final int STARTS = Tier.count(4, 8);

    @TempDir
    static Path shared;

    private static Path csv;
    private static Path model;
    private static String forecast;

    @TempDir
    Path directory;

    @BeforeAll
    static void train() {
        csv = SeriesFile.weekdays(shared.resolve("prices.csv"), 60);
        model = shared.resolve("m.model.json");
        Cli.run("train", csv, "-o", model, Cli.TINY).succeeds();
        forecast = Cli.run("predict", model, csv, "--horizon", 3).succeeds().out();
    }

    private static void forecasts(Child.Ended ended) {
        assertEquals(0, ended.code(), ended.err());
        assertEquals(forecast, ended.out());
    }

    /** Modules that are incubating, Vector among them, are there only when asked for; nobody asks. */
    @Test
    void noIncubatingModuleIsNeeded() throws Exception {
        Child.Ended ended =
                Jvm.brief("--show-module-resolution").run(directory, Map.of(), "predict", model, csv, "--horizon", 3);
        assertTrue(ended.out().contains("root java.base"), ended.out());
        assertTrue(!ended.out().contains("incubator"), ended.out());
        assertTrue(ended.out().endsWith(forecast), ended.out());
    }

    /** For the superuser every folder is writable, so a folder that cannot be made stands for one that is not. */
    static List<String> homes() {
        return Tier.some(1, List.of("/dev/null/home", "/proc/home", "/nonexistent"));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void aHomeThatCannotBeWrittenDoesNotMatter(String home) throws Exception {
        forecasts(Jvm.brief("-Duser.home=" + home)
                .run(directory, Map.of("HOME", home), "predict", model, csv, "--horizon", 3, "--quiet"));
    }

    @Test
    void theLauncherNeedsNoHomeEither() throws Exception {
        forecasts(Child.run(
                directory,
                Map.of("HOME", "/proc/home"),
                List.of(Child.LAUNCHER, "predict", model, csv, "--horizon", 3, "--quiet")));
    }

    /** A program that was installed by another user: what it would keep its natives in cannot be written. */
    @Test
    void aProgramFolderThatCannotBeWrittenDoesNotMatter() throws Exception {
        Path installed = Files.createDirectory(directory.resolve("installed"));
        Files.copy(Child.LAUNCHER, installed.resolve("lstm"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(Child.HOME.resolve("pom.xml"), installed.resolve("pom.xml"));
        Path target = Files.createDirectory(installed.resolve("target"));
        Path lib = Files.createDirectory(target.resolve("lib"));
        try (Stream<Path> jars = Files.list(Jvm.JAR.resolveSibling("lib"))) {
            for (Path jar : jars.toList()) {
                Files.createLink(lib.resolve(jar.getFileName()), jar);
            }
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            Assumptions.abort("no links between these folders: " + e.getMessage());
        }
        Files.copy(Jvm.JAR, target.resolve("lstm.jar"));
        Files.writeString(target.resolve("natives"), "a file where the folder should be");
        forecasts(Child.run(
                directory,
                Map.of(),
                List.of(installed.resolve("lstm"), "predict", model, csv, "--horizon", 3, "--quiet")));
    }

    @Test
    void manyFirstStartsAtOnceDoNotDisturbOneAnother() throws Exception {
        Path cache = directory.resolve("cache");
        List<Child> children = new ArrayList<>();
        Jvm jvm = Jvm.brief("-Dorg.bytedeco.javacpp.cachedir=" + cache);
        for (int k = 0; k < STARTS; k++) {
            children.add(
                    Child.start(directory, Map.of(), jvm.command("predict", model, csv, "--horizon", 3, "--quiet")));
        }
        for (Child child : children) {
            try (child) {
                forecasts(child.end());
            }
        }
        assertTrue(Files.isDirectory(cache), "the natives are not in " + cache);
        Figures.report("19.cold.starts.at.once", STARTS);
    }

    @Test
    void noNetworkIsNeeded() throws Exception {
        List<Object> alone = new ArrayList<>(List.of("unshare", "-rn"));
        Assumptions.assumeTrue(
                canRun(List.of("unshare", "-rn", "true")), "no network can be taken away here: not tried");
        alone.addAll(Jvm.brief().command("predict", model, csv, "--horizon", 3, "--quiet"));
        forecasts(Child.run(directory, Map.of(), alone));
    }

    @Test
    void littleAddressSpaceIsEnoughOrIsSaid() throws Exception {
        String script = "ulimit -v \"$1\" && exec \"$2\" predict \"$3\" \"$4\" --horizon 3 --quiet";
        forecasts(Child.run(directory, "bash", "-c", script, "sh", 4_500_000, Child.LAUNCHER, model, csv));
        Child.Ended ended = Child.run(directory, "bash", "-c", script, "sh", 1_000_000, Child.LAUNCHER, model, csv);
        isRefused(
                ended, "lstm: needs 4000000 KiB of address space, and there are 1000000; allow more with ulimit -v\n");
    }

    @Test
    void tooFewProcessesAreSaid() throws Exception {
        // The superuser may start as many as there is room for.
        List<Object> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--clear-groups"));
        Assumptions.assumeTrue(canRun(List.of("setpriv", "--reuid=65534", "--clear-groups", "true")), "not superuser");
        String script = "prlimit --nproc=8 \"$0\" predict \"$1\" --quiet";
        command.addAll(List.of("sh", "-c", script, Child.LAUNCHER, model));
        isRefused(
                Child.run(directory, Map.of("JAVA_HOME", ""), command),
                "lstm: Java cannot start its threads within 8 processes of this user; allow more with ulimit -u\n");
    }

    private static void isRefused(Child.Ended ended, String said) {
        assertEquals(7, ended.code(), ended.err());
        assertEquals(said, ended.err());
        assertEquals("", ended.out());
    }

    @Test
    void tooLittleHeapIsSaid() throws Exception {
        Path large = SeriesFile.numbers(directory.resolve("large.csv"), 400_000);
        Child.Ended ended = Jvm.brief("-Xmx8m").run(directory, Map.of(), "check", large);
        isRefused(
                ended,
                "lstm: out of memory; use fewer rows, --units or --layers, or give Java more:"
                        + " JDK_JAVA_OPTIONS=-Xmx8g\n");
    }

    private static boolean canRun(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static final List<String> NAMES =
            List.of("two words", "\u00e4\u00f6 \u0130\u4e2d\u0633", "a'b\"c", "$HOME;x&y", "-x", "#1 %20", "=1");

    /** One start trains and forecasts all of them, each in a folder of its name. */
    @Test
    void anyNameOfAFileWillDo() throws Exception {
        Path out = Files.createDirectory(directory.resolve("aus gabe"));
        List<Object> batch = new ArrayList<>(List.of(Child.LAUNCHER, "batch"));
        for (String name : NAMES) {
            batch.add(Files.copy(
                    csv, Files.createDirectory(directory.resolve(name)).resolve(name + ".csv")));
        }
        batch.addAll(List.of("-o", out, "--quiet", "--jobs", 1, "--preset", "classic"));
        batch.addAll(Cli.TINY);
        Child.Ended ended = Child.run(directory, Map.of(), batch);
        assertEquals(0, ended.code(), ended.err() + ended.out());
        for (String name : NAMES) {
            assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(out.resolve(name + ".model.json")), name);
        }
    }

    @Test
    void anyNameOfAFolderModelAndOutputWillDo() throws Exception {
        // Those that do not matter for how they begin are one name.
        String other = NAMES.stream().filter(name -> !name.matches("[-=].*")).collect(Collectors.joining(" "));
        for (String name : List.of("-x", "=1", other)) {
            Path folder = Files.createDirectory(directory.resolve(name));
            Path data = Files.copy(csv, folder.resolve(name + ".csv"));
            Path here = Files.copy(model, folder.resolve(name + ".model.json"));
            List<Object> words = List.of("predict", here, data, "--horizon", 3, "--quiet", "-o", folder.resolve(name));
            Child.Ended ended = Child.run(folder, Map.of(), launched(words));
            assertEquals(0, ended.code(), ended.err());
            assertEquals(forecast, Files.readString(folder.resolve(name)));
        }
    }

    private static List<Object> launched(List<Object> words) {
        List<Object> command = new ArrayList<>(List.of(Child.LAUNCHER));
        command.addAll(words);
        return command;
    }

    /** A closed descriptor is nobody's file; reading it fails as it should. */
    @Test
    void closedDescriptorsAreReported() throws Exception {
        String script = "\"$0\" predict \"$1\" - -q <&- >out; echo $?; \"$0\" check nope <&- 2>&-; echo $?";
        Child.Ended ended = Child.run(directory, "sh", "-c", script, Child.LAUNCHER, model);
        assertEquals("7\n3\n", ended.out(), ended.err());
        assertEquals("lstm: stdin: cannot be read: it is closed; fix that or name another file\n", ended.err());
        assertEquals("", Files.readString(directory.resolve("out")));
        String java = String.join(
                " ",
                Jvm.brief().command("check", "-").stream().map(Object::toString).toList());
        assertEquals(7, Child.run(directory, "sh", "-c", java + " <&-").code());
    }

    @Test
    void littleAddressSpaceIsEnoughOrSaidToBeTooLittle() throws Exception {
        String script = "ulimit -v $2; \"$0\" predict \"$1\" -q --horizon 3 >out";
        Child.Ended little = Child.run(directory, "sh", "-c", script, Child.LAUNCHER, model, 1_500_000);
        assertEquals(7, little.code(), little.err());
        assertEquals(1, little.err().lines().count(), little.err());
        assertEquals("", Files.readString(directory.resolve("out")));
        Child.Ended enough = Child.run(directory, "sh", "-c", script, Child.LAUNCHER, model, 4_500_000);
        assertEquals(0, enough.code(), enough.err());
    }
}
