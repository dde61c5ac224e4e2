package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 11: memory is bounded, and what cannot fit is refused before the slow part. */
@Order(15)
@Tag("process")
class Promise11BoundedMemoryTest {
    /** A full count is a CSV of 1 GB in 256 MiB; a build takes an eightieth, but Java itself needs some. */
    private static final long BYTES = Tier.SOAK ? 1_000_000_000L : 13_000_000L;

    private static final int HEAP = Tier.count(24, 256);
    private static final int COLUMNS = 5;
    private static final List<Object> SMALLEST =
            List.of("--units", 1, "--layers", 1, "--lookback", 20, "--batch", 8192, "--epochs", 1);

    @TempDir
    static Path shared;

    private static Large large;

    @TempDir
    Path directory;

    private record Large(Path file, int rows) {}

    @BeforeAll
    static void writeLarge() throws IOException {
        large = write(shared.resolve("large.csv"), BYTES);
    }

    /** A stamp every 20 seconds and five columns, until the file has the given number of bytes. */
    private static Large write(Path file, long bytes) throws IOException {
        int row = 0;
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("date,open,high,low,close,volume\n");
            java.time.LocalDateTime time = java.time.LocalDateTime.of(1970, 1, 1, 0, 0, 20);
            for (long size = 0; size < bytes; row++, time = time.plusSeconds(20)) {
                int v = 100 + row % 977;
                String line = time.toString().replace('T', ' ') + "," + v + ".1234," + (v + 1) + ".5," + (v - 1)
                        + ".25," + v + ".75," + row % 100_000 + "\n";
                to.write(line);
                size += line.length();
            }
        }
        return new Large(file, row);
    }

    private Path modelFor(Path csv) throws IOException {
        Path first = directory.resolve("first.csv");
        try (var lines = Files.lines(csv)) {
            Files.write(first, (Iterable<String>) lines.limit(2001)::iterator);
        }
        Path model = directory.resolve("model.json");
        Cli.run("train", first, "-o", model, "--target", "close", "--features", "open", SMALLEST)
                .succeeds();
        return model;
    }

    @Test
    void predictingTakesNoMoreMemoryForALargerFile() throws Exception {
        Path model = modelFor(large.file);
        Jvm small = Jvm.archived("-Xmx" + HEAP + "m");
        Child.Ended ended = measured(small, "predict", model, large.file, "--horizon", 2);
        assertEquals(0, ended.code(), ended.err());
        assertEquals(3, ended.out().lines().count());
        Figures.report("11.predict.csv.bytes", Files.size(large.file));
        Figures.report("11.predict.heap.mib", HEAP);
        Matcher peak = Pattern.compile("Maximum resident set size \\(kbytes\\): (\\d+)")
                .matcher(ended.err());
        if (peak.find()) {
            Figures.report("11.predict.peak.resident.mib", Integer.parseInt(peak.group(1)) / 1024);
        }
    }

    /** Through /usr/bin/time, where that is there, which tells the most memory that a process ever had. */
    private Child.Ended measured(Jvm jvm, Object... arguments) throws Exception {
        Path time = Path.of("/usr/bin/time");
        if (!Files.isExecutable(time)) {
            return jvm.run(directory, Map.of(), arguments);
        }
        List<Object> words = jvm.command(arguments);
        words.addAll(0, List.of(time, "-v"));
        return Child.run(directory, Map.of(), words);
    }

    @Test
    void theForecastFromALargeFileIsThatFromItsLastRows() throws Exception {
        Path model = modelFor(large.file);
        Path last = directory.resolve("last.csv");
        try (var header = Files.lines(large.file).limit(1);
                var rows = Files.lines(large.file).skip(large.rows - 499)) {
            Files.write(last, (Iterable<String>) Stream.concat(header, rows)::iterator);
        }
        assertTrue(large.rows > 200_000, large.rows + " rows");
        assertEquals(
                Cli.run("predict", model, last, "--horizon", 5).succeeds().out(),
                Cli.run("predict", model, large.file, "--horizon", 5).succeeds().out());
    }

    /** 24 bytes a row, 20 a selected cell, and 64 MiB for everything else. */
    @Test
    void trainingTakesSoMuchForEachRowAndCell() throws Exception {
        long heap = 64 + ((24L + 20L * COLUMNS) * large.rows >> 20);
        Object[] features = {"--features", "open", "--features", "high", "--features", "low", "--features", "volume"};
        Jvm.archived("-Xmx" + heap + "m")
                .succeeds(
                        directory,
                        "train",
                        large.file,
                        "-o",
                        directory.resolve("m.json"),
                        "--target",
                        "close",
                        "--quiet",
                        List.of(features),
                        SMALLEST);
        Figures.report("11.train.cells", (long) large.rows * COLUMNS);
        Figures.report("11.train.heap.mib", heap);
    }

    @Test
    void aModelTooLargeIsRefusedWithTheMemoryItNeeds() throws Exception {
        Large few = write(directory.resolve("few.csv"), 20_000);
        Path model = directory.resolve("m.json");
        Child.Ended ended = Jvm.brief("-Xmx128m")
                .run(directory, Map.of(), "train", few.file, "--target", "close", "-o", model, "--units", 1500);
        refusedWith(
                "lstm: this training needs at least \\d+\\.\\d GiB of Java's heap, which is limited to \\d+ MiB; "
                        + "use fewer --units .*JDK_JAVA_OPTIONS=-Xmx\\d+m\n",
                ended);
    }

    private void refusedWith(String pattern, Child.Ended ended) {
        assertEquals(2, ended.code(), ended.err());
        assertTrue(ended.err().matches(pattern), ended.err());
        assertTrue(Files.notExists(directory.resolve("m.json")), "a model was written");
    }

    /** What the refusal names is enough: the same training runs with it, and is refused with a quarter of it. */
    @Test
    void theMemoryThatIsNamedIsNoGuess() throws Exception {
        Large few = write(directory.resolve("few.csv"), 5_000);
        Object[] train = {
            "train",
            few.file,
            "--target",
            "close",
            "-o",
            directory.resolve("m.json"),
            "--units",
            150,
            "--epochs",
            1,
            "--lookback",
            5,
            "--quiet"
        };
        Child.Ended refused = Jvm.brief("-Xmx20m").run(directory, Map.of(), train);
        assertEquals(2, refused.code(), refused.err());
        Matcher named = Pattern.compile("-Xmx(\\d+)m").matcher(refused.err());
        assertTrue(named.find(), refused.err());
        Jvm.brief("-Xmx" + Integer.parseInt(named.group(1)) * 2 + "m").succeeds(directory, train);
    }
}
