package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only whole processes show: other JDKs and locales. */
class ProcessTest {
    @TempDir
    Path directory;

    private static List<Object> lstm(Object... arguments) {
        // A shell that runs in the background has its children ignore Ctrl-C; these must not.
        List<Object> words = new ArrayList<>(List.of("env", "--default-signal=INT", Child.LAUNCHER));
        for (Object argument : arguments) {
            if (argument instanceof List<?> more) {
                words.addAll(more);
            } else {
                words.add(argument);
            }
        }
        return words;
    }

    @Test
    void helpLoadsNoLibraryThatComputes() throws Exception {
        Child.Ended ended = Child.run(
                directory,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Xlog:class+load",
                "-jar",
                Child.HOME.resolve("target/lstm.jar"),
                "evaluate",
                "--help");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("picocli.CommandLine "), "classes are listed");
        assertFalse(ended.out().contains("org.hipparchus"), "least squares");
        assertFalse(ended.out().contains("org.nd4j"), "arrays");
    }

    @Test
    void localeAndZoneDoNotMatter() throws Exception {
        Path dated = SeriesFile.weekdays(directory.resolve("dated.csv"), 60);
        Path model = directory.resolve("model.json");
        Cli.run("train", dated, "-o", model, Cli.TINY).succeeds();
        byte[] bytes = Files.readAllBytes(model);
        Cli forecast = Cli.run("predict", model, "--horizon", 3).succeeds();
        for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab")) {
            Locale locale = Locale.forLanguageTag(tag);
            List<Object> java = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    "-Duser.language=" + locale.getLanguage(),
                    "-Duser.country=" + locale.getCountry(),
                    "-Duser.extensions=" + (locale.hasExtensions() ? "u-nu-arab" : ""),
                    "-Duser.timezone=Pacific/Apia",
                    "-jar",
                    Child.HOME.resolve("target").resolve("lstm.jar"));
            List<Object> train = new ArrayList<>(java);
            train.addAll(List.of("train", dated, "-o", model, "--force", "--quiet"));
            train.addAll(Cli.TINY);
            assertEquals(0, Child.run(directory, Map.of(), train).code());
            assertArrayEquals(bytes, Files.readAllBytes(model), tag);
            List<Object> predict = new ArrayList<>(java);
            predict.addAll(List.of("predict", model, "--horizon", 3));
            Child.Ended ended = Child.run(directory, Map.of(), predict);
            assertEquals(forecast.out(), ended.out(), tag);
        }
    }

    @Test
    void standardErrorHasNoLineButOursOnThisJdk() throws Exception {
        saysOnlyItsOwnLines(Path.of(System.getProperty("java.home")));
    }

    @Test
    void anotherJdkTrainsTheSameBytesAndIsAsSilent() throws Exception {
        Path here = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> others = new ArrayList<>();
        Path all = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(all)) {
            try (Stream<Path> homes = Files.list(all)) {
                for (Path home : homes.filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
                        .toList()) {
                    if (!home.toRealPath().equals(here) && !others.contains(home.toRealPath())) {
                        others.add(home.toRealPath());
                    }
                }
            }
        }
        Assumptions.assumeFalse(others.isEmpty(), "there is no second JDK in " + all);
        for (Path other : others) {
            saysOnlyItsOwnLines(other);
        }
    }

    private void saysOnlyItsOwnLines(Path jdk) throws Exception {
        Path dated = SeriesFile.weekdays(directory.resolve("dated.csv"), 60);
        Path expected = directory.resolve("expected.json");
        Cli.run("train", dated, "-o", expected, "--force", Cli.TINY).succeeds();
        Path model = directory.resolve("model.json");
        Child.Ended ended = Child.run(
                directory,
                Map.of("JAVA_HOME", jdk.toString(), "JAVA_TOOL_OPTIONS", "", "JDK_JAVA_OPTIONS", ""),
                lstm("train", dated, "-o", model, "--force", Cli.TINY));
        assertEquals(0, ended.code(), ended.err());
        for (String line : ended.err().lines().toList()) {
            assertTrue(
                    line.matches(
                            "(read|target|network|training|beside|epoch|trained|scored|skill|simpler|model|next)? .*"),
                    line);
        }
        assertEquals("", ended.out());
        assertFalse(ended.err().isEmpty());
        assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(model), "made by " + jdk);
    }
}
