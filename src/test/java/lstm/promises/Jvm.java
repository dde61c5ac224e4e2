package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lstm.cli.BriefJava;
import lstm.cli.Child;

/**
 * The packaged program on a Java of one's choice, in a process of its own.
 *
 * @param home of the Java
 * @param options of the Java
 */
record Jvm(Path home, List<String> options) {
    static final Path JAR = Child.HOME.resolve("target").resolve("lstm.jar");

    /** What a JVM that crashes leaves behind, in a folder that outlives the test. */
    private static final Path CRASH = Child.HOME.resolve("target").resolve("crash-%p.log");

    private static final Path ALL = Path.of("/usr/lib/jvm");

    /** The one that runs the tests. */
    static Jvm here(String... options) {
        return new Jvm(Path.of(System.getProperty("java.home")), List.of(options));
    }

    /** The same with classes from an archive, which changes how they are loaded and not how they are compiled. */
    static Jvm archived(String... options) {
        return here(BriefJava.archive().toArray(String[]::new))
                .with("-Dlstm.backend=openblas")
                .with(options);
    }

    /** The same with a start that is cheap, for runs that are over before the optimising compiler would pay. */
    static Jvm brief(String... options) {
        return here(BriefJava.options().toArray(String[]::new)).with(options);
    }

    /** One of this major version, if it is installed: this one, or one beside it, or where the environment says. */
    static Optional<Jvm> ofVersion(int major) throws IOException {
        List<Path> homes = new ArrayList<>(List.of(here().home));
        for (String variable : List.of("JAVA" + major + "_HOME", "JAVA_HOME_" + major + "_X64")) {
            Optional.ofNullable(System.getenv(variable)).map(Path::of).ifPresent(homes::add);
        }
        if (Files.isDirectory(ALL)) {
            try (Stream<Path> all = Files.list(ALL)) {
                all.sorted().forEach(homes::add);
            }
        }
        for (Path home : homes) {
            Path release = home.resolve("release");
            if (Files.isExecutable(home.resolve("bin").resolve("java"))
                    && Files.isReadable(release)
                    && Files.readString(release).matches("(?s).*JAVA_VERSION=\"" + major + "[.\"].*")) {
                return Optional.of(new Jvm(home, List.of()));
            }
        }
        return Optional.empty();
    }

    /** The same with these options of the Java. */
    Jvm with(String... more) {
        return new Jvm(
                home, Stream.concat(options.stream(), Arrays.stream(more)).toList());
    }

    /** The words that start the program with these arguments, which are texts, paths, numbers, or lists of such. */
    List<Object> command(Object... arguments) {
        List<Object> words = new ArrayList<>(
                List.of(home.resolve("bin").resolve("java"), "-XX:+UseSerialGC", "-XX:ErrorFile=" + CRASH));
        words.addAll(options);
        words.addAll(List.of("-jar", JAR));
        for (Object argument : arguments) {
            if (argument instanceof List<?> more) {
                words.addAll(more);
            } else {
                words.add(argument);
            }
        }
        return words;
    }

    Child.Ended run(Path folder, Map<String, String> environment, Object... arguments)
            throws IOException, InterruptedException {
        return Child.run(folder, environment, command(arguments));
    }

    /** Runs it, which must end well, and returns what it wrote on standard output. */
    String succeeds(Path folder, Object... arguments) throws IOException, InterruptedException {
        // As the launcher does: Java takes names beyond ASCII from the command line in such a locale only.
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "", "JDK_JAVA_OPTIONS", "", "LC_ALL", "C.UTF-8");
        Child.Ended ended = run(folder, environment, arguments);
        assertEquals(0, ended.code(), this + " " + Arrays.toString(arguments) + "\n" + ended.err());
        return ended.out();
    }
}
