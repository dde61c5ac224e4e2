package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import lstm.network.CellKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise 6: same data, options, seed and version on the same kind of processor, same model bytes, however many threads
 * there are and whatever Java does to the code.
 */
@Order(11)
@Tag("process")
class Promise06DeterminismTest {
    /** Two layers, dropout, a last batch that is smaller, slices of unequal size. */
    private static final List<Object> SHAPE = List.of(
            "--units",
            12,
            "--layers",
            2,
            "--lookback",
            10,
            "--batch",
            45,
            "--epochs",
            Tier.count(2, 3),
            "--features",
            "open");

    /** Has the program's own loops compiled early, so that most of a short training runs them so. */
    private static final String[] EARLY = {
        "-XX:CompileCommand=quiet", "-XX:CompileCommand=CompileThresholdScaling,lstm.*::*,0.01"
    };

    private static final AtomicInteger TRAINED = new AtomicInteger();

    @TempDir
    static Path shared;

    private static Path csv;
    private static byte[] expected;

    @TempDir
    Path directory;

    @BeforeAll
    static void train() throws IOException {
        csv = SeriesFile.weekdays(shared.resolve("prices.csv"), Tier.count(130, 200));
        expected = bytes(CellKind.LSTM, 1);
    }

    @AfterAll
    static void report() {
        Figures.report("06.models.compared", TRAINED.get());
    }

    private static byte[] bytes(CellKind cell, int threads) throws IOException {
        Path model = shared.resolve("model.json");
        Cli.run("train", csv, "-o", model, "--force", "--quiet", "--cell", cell, "--threads", threads, SHAPE)
                .succeeds();
        TRAINED.incrementAndGet();
        return Files.readAllBytes(model);
    }

    private void trainsTheSame(Jvm jvm, Object... more) throws IOException, InterruptedException {
        Path model = directory.resolve("model.json");
        jvm.succeeds(directory, "train", csv, "-o", model, "--force", "--quiet", SHAPE, Arrays.asList(more));
        TRAINED.incrementAndGet();
        assertArrayEquals(expected, Files.readAllBytes(model), jvm.toString());
    }

    @ParameterizedTest
    @EnumSource
    void threadsDoNotMatter(CellKind cell) throws IOException {
        byte[] one = bytes(cell, 1);
        for (int threads : new int[] {2, 3, 8}) {
            assertArrayEquals(one, bytes(cell, threads), cell + " on " + threads + " threads");
        }
        assertFalse(cell != CellKind.LSTM && Arrays.equals(expected, one), "another cell gives the same model");
    }

    /** The first of them is interpreted for the most part, the last compiled by the optimizing compiler. */
    @Test
    void theSameProcessTrainsTheSameColdAndWarm() throws Exception {
        int trainings = Tier.count(2, 500);
        Path list = SeriesFile.of(directory.resolve("list.csv"), "file,name", trainings, k -> csv + ",n" + k);
        Jvm.archived(EARLY)
                .succeeds(
                        directory,
                        "batch",
                        list,
                        "--preset",
                        "classic",
                        "-o",
                        directory,
                        "--jobs",
                        1,
                        "--quiet",
                        SHAPE);
        for (int k = 0; k < trainings; k++) {
            byte[] trained = Files.readAllBytes(directory.resolve("n" + k + ".model.json"));
            assertArrayEquals(expected, trained, "training " + k);
            TRAINED.incrementAndGet();
        }
    }

    /**
     * What a build compares; the full run adds what the tests themselves run with, and all code compiled before it
     * first runs.
     */
    static List<String> compilers() {
        List<String> all = List.of(
                "-Xint",
                "-XX:-TieredCompilation",
                "-XX:-UseSuperWord",
                "-XX:TieredStopAtLevel=1",
                "-Xcomp -XX:TieredStopAtLevel=1");
        return Tier.some(2, all.subList(0, Tier.count(3, all.size())));
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void whatJavaCompilesDoesNotMatter(String options) throws Exception {
        trainsTheSame(Jvm.archived(options.split(" ")));
    }

    static List<Integer> widths() {
        return Tier.some(1, List.of(0, 1, 2));
    }

    @ParameterizedTest
    @MethodSource("widths")
    void theWidthOfVectorsInCompiledLoopsDoesNotMatter(int level) throws Exception {
        boolean intel = System.getProperty("os.arch").matches("amd64|x86_64");
        Assumptions.assumeTrue(intel, "-XX:UseAVX is for Intel and AMD processors");
        trainsTheSame(Jvm.archived(EARLY).with("-XX:UseAVX=" + level, "-XX:-TieredCompilation"));
    }

    static List<Integer> versions() {
        return Tier.some(1, List.of(17, 25));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theVersionOfJavaDoesNotMatter(int version) throws Exception {
        Optional<Jvm> jvm = Jvm.ofVersion(version);
        Assumptions.assumeTrue(jvm.isPresent(), "no JDK " + version + " is installed: not compared");
        trainsTheSame(jvm.get(), "--threads", 2);
        if (Tier.SOAK) {
            trainsTheSame(jvm.get().with("-XX:TieredStopAtLevel=1"), "--threads", 3);
            trainsTheSame(jvm.get(), "--threads", 1);
            trainsTheSame(jvm.get(), "--threads", 8);
            trainsTheSame(jvm.get().with("-Xint"));
        }
    }
}
