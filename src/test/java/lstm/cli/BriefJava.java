package lstm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A home of Java that the launcher can be given: the one that runs the tests, with options that make its start cheap.
 * It compiles simply, and takes classes from an archive that is made once for each run of the tests.
 */
public final class BriefJava {
    /** The home, for {@code JAVA_HOME}. */
    public static final Path HOME = make();

    private BriefJava() {}

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path made(String name) {
        return Child.HOME.resolve("target").resolve("brief-java").resolve(name);
    }

    /** The options that make the start of the jar cheap. OpenBLAS alone gives ND4J's bits, and loads in less time. */
    public static List<String> options() {
        return Stream.concat(Stream.of("-XX:TieredStopAtLevel=1", "-Dlstm.backend=openblas"), archive().stream())
                .toList();
    }

    /** Those of them that take classes from the archive. */
    public static List<String> archive() {
        return List.of("-XX:+VerifySharedSpaces", "-XX:SharedArchiveFile=" + made("lstm.jsa"), "-Xlog:disable");
    }

    private static Path make() {
        try {
            Files.createDirectories(made("bin"));
            makeArchive();
            Path release = Path.of(System.getProperty("java.home"), "release");
            Files.write(made("release"), Files.readAllBytes(release));
            String words = String.join("' '", options());
            Path script = made("bin").resolve("java");
            Files.writeString(script, "#!/bin/sh\nexec '" + java() + "' '" + words + "' \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            return made("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Archives the classes that a training loads. The archive stands by itself, as one on top of Java's own has no
     * classes as old as picocli's. Without an archive all is the same but slower.
     */
    private static void makeArchive() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(made(""), "made-");
        Path made = folder.resolve("lstm.jsa");
        Path names = folder.resolve("classes");
        Path csv = SeriesFile.weekdays(folder.resolve("data.csv"), 60);
        Path model = folder.resolve("model.json");
        Path jar = Child.HOME.resolve("target/lstm.jar");
        List<Object> training = new ArrayList<>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:DumpLoadedClassList=" + names,
                "-Dorg.bytedeco.javacpp.cachedir=" + Child.HOME.resolve("target/natives"),
                "-jar",
                jar,
                "train",
                csv,
                "-o",
                model));
        training.addAll(Cli.TINY);
        Child.run(folder, Map.of("JAVA_HOME", ""), training);
        List<Object> dump = List.of(
                java(),
                "-Xshare:dump",
                "-XX:+UseSerialGC",
                "-XX:SharedClassListFile=" + names,
                "-XX:SharedArchiveFile=" + made,
                "-cp",
                jar);
        Child.run(folder, Map.of("JAVA_HOME", ""), dump);
        if (Files.exists(made)) {
            // Another run of the tests may be reading the one that is there.
            Files.move(made, made("lstm.jsa"), StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path file : List.of(csv, model, names, folder)) {
            Files.deleteIfExists(file);
        }
    }
}
