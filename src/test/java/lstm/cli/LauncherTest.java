package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code lstm} at the top of the project. */
@Tag("process")
class LauncherTest {
    private static final Instant YESTERDAY = Instant.now().minusSeconds(86_400);

    @TempDir
    Path directory;

    private Path bin;

    @BeforeEach
    void layOut() throws IOException {
        bin = Files.createDirectory(directory.resolve("bin"));
    }

    @AfterEach
    void unlink() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private Path script(String name, String... lines) throws IOException {
        Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void isTheVersion(Child.Ended ended) {
        assertEquals(0, ended.code(), ended.err());
        assertEquals("lstm 1.0.0\n", ended.out());
        assertEquals("", ended.err());
    }

    private static void isRefused(Child.Ended ended, String message) {
        assertEquals(127, ended.code(), ended.err());
        assertEquals("lstm: " + message + "\n", ended.err());
        assertEquals("", ended.out());
    }

    @Test
    void anyDirectoryWillDo() throws Exception {
        SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        Path work = Files.createDirectory(directory.resolve("work"));
        String command = "\"$1\" train ../prices.csv --quiet " + String.join(" ", Cli.TINY);
        Child.Ended ended = Child.run(work, "sh", "-c", command, "sh", Child.LAUNCHER);
        assertEquals(0, ended.code(), ended.err());
        assertTrue(Files.exists(work.resolve("prices.model.json")), "the model is not in the working directory");
    }

    @Test
    void linksAreFollowed() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("forecast"), Child.LAUNCHER);
        isTheVersion(Child.run(directory, link, "--version"));
        Path second = Files.createSymbolicLink(bin.resolve("again"), Path.of("..", "forecast"));
        isTheVersion(Child.run(bin, second, "--version"));
        isTheVersion(Child.run(bin, "sh", "-c", "PATH=.:$PATH; again --version"));
    }

    @Test
    void spacesAndUmlautsInPathsWillDo() throws Exception {
        SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        // The names are made by the shell: this JVM's own locale may not have the letters.
        String script = String.join(
                "\n",
                "folder=$(printf 'f\\303\\274r mich')",
                "mkdir \"$folder\" && cd \"$folder\" && ln -s \"$1\" lstm && cp ../prices.csv 'm y.csv' || exit 99",
                "mv 'm y.csv' \"$folder.csv\"",
                "./lstm train \"$folder.csv\" --quiet " + String.join(" ", Cli.TINY) + " || exit 98",
                "./lstm predict \"./$folder.model.json\" --quiet | wc -l | tr -d ' '",
                "cd .. && rm -r \"$folder\"");
        Child.Ended ended = Child.run(directory, "sh", "-c", script, "sh", Child.LAUNCHER);
        assertEquals("", ended.err());
        assertEquals("2\n", ended.out());
        assertEquals(0, ended.code());
    }

    @Test
    void aJavaHomeThatLeadsNowhereIsNamed() throws Exception {
        Path nowhere = directory.resolve("nowhere");
        isRefused(
                Child.run(directory, Map.of("JAVA_HOME", nowhere.toString()), List.of(Child.LAUNCHER, "--version")),
                "JAVA_HOME is " + nowhere + ", but there is no " + nowhere
                        + "/bin/java; set it to a JDK of version 17 or newer");
    }

    @Test
    void noJavaIsSaid() throws Exception {
        linkTools("dirname", "readlink");
        isRefused(
                Child.run(directory, path(bin.toString()), List.of("/bin/sh", Child.LAUNCHER, "--version")),
                "no java on the PATH; install a JDK of version 17 or newer, or set JAVA_HOME");
    }

    private void linkTools(String... names) throws IOException {
        for (String name : names) {
            Path tool = Files.exists(Path.of("/usr/bin", name)) ? Path.of("/usr/bin", name) : Path.of("/bin", name);
            Files.createSymbolicLink(bin.resolve(name), tool);
        }
    }

    private static Map<String, String> path(String path) {
        return Map.of("PATH", path, "JAVA_HOME", "");
    }

    private Map<String, String> binFirst() {
        return path(bin + ":" + Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
    }

    @Test
    void anOldJavaIsNamedWithItsVersion() throws Exception {
        Path java = script("java", "echo 'Picked up X: -y' >&2", "echo 'java version \"1.8.0_392\"' >&2", "echo x >&2");
        isRefused(
                Child.run(directory, binFirst(), List.of(Child.LAUNCHER, "--version")),
                java + " is Java 1.8.0_392; lstm needs 17 or newer");
        script("java", "echo 'what?' >&2");
        isRefused(
                Child.run(directory, binFirst(), List.of(Child.LAUNCHER, "--version")),
                java + " is Java of an unknown version; lstm needs 17 or newer");
    }

    /** A copy of the project that is built, and a mvn that only notes that it was called and touches the jar. */
    private Path project() throws IOException {
        Path copy = Files.createDirectory(directory.resolve("copy"));
        Files.copy(Child.LAUNCHER, copy.resolve("lstm"), StandardCopyOption.COPY_ATTRIBUTES);
        Path source = copy.resolve("src/main/java/Source.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "");
        Files.writeString(copy.resolve("pom.xml"), "");
        Files.createDirectory(copy.resolve("target"));
        for (String shared : List.of("lib", "natives")) {
            Files.createSymbolicLink(copy.resolve("target").resolve(shared), Child.HOME.resolve("target/" + shared));
        }
        Files.copy(Child.HOME.resolve("target/lstm.jar"), copy.resolve("target/lstm.jar"));
        for (Path file = source; !file.equals(copy); file = file.getParent()) {
            Files.setLastModifiedTime(file, FileTime.from(YESTERDAY));
        }
        Files.setLastModifiedTime(copy.resolve("pom.xml"), FileTime.from(YESTERDAY));
        Files.setLastModifiedTime(copy.resolve("target/lstm.jar"), FileTime.from(YESTERDAY.plusSeconds(10)));
        script("mvn", "echo \"$PWD $*\" >>'" + directory.resolve("calls") + "'", "touch target/lstm.jar");
        // No room for an archive of classes, which takes seconds.
        script("mktemp", "case $* in *archive*) exit 1 ;; *) exec /usr/bin/mktemp ;; esac");
        return copy;
    }

    private Child.Ended version(Path project) throws Exception {
        return Child.run(directory, binFirst(), List.of(project.resolve("lstm"), "--version"));
    }

    private List<String> calls() throws IOException {
        Path calls = directory.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(YESTERDAY.plusSeconds(20)));
    }

    @Test
    void whatIsUpToDateIsNotBuilt() throws Exception {
        isTheVersion(version(project()));
        assertEquals(List.of(), calls());
    }

    @Test
    void aSourceThatChangedIsBuiltOnce() throws Exception {
        for (String changed : List.of("src/main/java/Source.java", "pom.xml", "src/main/java")) {
            Path copy = project();
            touch(copy.resolve(changed));
            Child.Ended ended = version(copy);
            assertEquals("lstm 1.0.0\n", ended.out());
            assertEquals("lstm: building, once; this takes a minute or two ...\n", ended.err(), changed);
            assertEquals(1, calls().size(), changed);
            assertTrue(calls().get(0).startsWith(copy.toRealPath() + " "), calls().get(0));
            assertTrue(calls().get(0).endsWith(" package"), calls().get(0));
            isTheVersion(version(copy));
            assertEquals(1, calls().size());
            removeCopy(copy);
        }
    }

    @Test
    void aBuildKeepsTheClassesForQuickerStartsUnlessTheyAreDamaged() throws Exception {
        Path copy = project();
        Files.delete(bin.resolve("mktemp"));
        touch(copy.resolve("pom.xml"));
        assertEquals(0, version(copy).code());
        assertEquals(List.of("lib", "lstm.jar", "lstm.jsa", "lstm.jsa.size", "natives"), names(copy.resolve("target")));
        assertTrue(archived(copy), "no class is from the archive");

        Path archive = copy.resolve("target/lstm.jsa");
        assertTrue(archive.toFile().setWritable(true));
        byte[] bytes = Files.readAllBytes(archive);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 9999, (byte) 7);
        Files.write(archive, bytes);
        assertFalse(archived(copy), "a damaged archive is taken");
    }

    /** Java would die of the first kinds, and wait for ever for the last. */
    @Test
    void anArchiveThatWasCutIsRemoved() throws Exception {
        Path copy = project();
        Path archive = copy.resolve("target/lstm.jsa");
        for (int size : new int[] {5_000, 9_000_000}) {
            Files.write(archive, new byte[size]);
            Files.writeString(copy.resolve("target/lstm.jsa.size"), "22000000\n");
            isTheVersion(version(copy));
            assertFalse(Files.exists(archive));
        }
        assertEquals(0, Child.run(directory, "mkfifo", archive).code());
        isTheVersion(version(copy));
        assertFalse(Files.exists(archive));
    }

    /** Whether a start takes classes from the archive. */
    private boolean archived(Path copy) throws Exception {
        Path log = directory.resolve("classes.log");
        Map<String, String> environment = new HashMap<>(binFirst());
        environment.put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        Child.Ended ended = Child.run(directory, environment, List.of(copy.resolve("lstm"), "--version"));
        assertEquals("lstm 1.0.0\n", ended.out(), ended.err());
        return Files.readString(log).contains("lstm.cli.RootCommand source: shared objects file");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void removeCopy(Path copy) throws Exception {
        assertEquals(
                0,
                Child.run(directory, "rm", "-r", copy, directory.resolve("calls"))
                        .code());
    }

    @Test
    void twoFirstUsesBuildOnce() throws Exception {
        Path copy = project();
        touch(copy.resolve("pom.xml"));
        // The first mvn waits for a line that comes only when the second launcher stands at the lock.
        Path gate = directory.resolve("gate");
        assertEquals(0, Child.run(directory, "mkfifo", gate).code());
        script(
                "mvn",
                "echo call >>'" + directory.resolve("calls") + "'",
                "read line <'" + gate + "'",
                "touch target/lstm.jar");
        script("flock", "echo at the lock >&2", "exec /usr/bin/flock \"$@\"");
        List<Object> command = List.of(copy.resolve("lstm"), "--version");
        try (Child first = Child.start(directory, binFirst(), command)) {
            first.awaitLine("lstm: building");
            try (Child second = Child.start(directory, binFirst(), command)) {
                second.awaitLine("at the lock");
                Files.writeString(gate, "go\n");
                assertEquals(0, first.end().code());
                Child.Ended ended = second.end();
                assertEquals("lstm 1.0.0\n", ended.out(), ended.err());
            }
        }
        assertEquals(List.of("call"), calls());
    }

    @Test
    void aBuildThatFailsEndsThere() throws Exception {
        Path copy = project();
        Files.delete(copy.resolve("target/lstm.jar"));
        script("mvn", "echo 'ERROR: no network' >&2", "exit 1");
        Child.Ended ended = version(copy);
        assertEquals(1, ended.code());
        assertTrue(ended.err().endsWith("ERROR: no network\nlstm: could not be built; the lines above say why\n"));
        assertFalse(Files.exists(copy.resolve("target/lstm.jar")));
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        Path copy = project();
        touch(copy.resolve("pom.xml"));
        Files.delete(bin.resolve("mvn"));
        linkTools("dirname", "readlink", "find", "head");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.createSymbolicLink(bin.resolve("java"), java);
        isRefused(
                Child.run(directory, path(bin.toString()), List.of("/bin/sh", copy.resolve("lstm"), "--version")),
                "has to be built once, and there is no mvn on the PATH; install Maven 3.6.3 or newer");
    }
}
