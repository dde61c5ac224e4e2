package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.cli.PausingProgram;
import lstm.cli.SeriesFile;
import lstm.modelfile.Models;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 8: a hostile model file brings nothing but the clean error, at once and in little memory. */
@Order(1)
@Tag("process")
class Promise08HostileModelTest {
    private static final int COUNT = Tier.count(Integer.getInteger("hostile", 150), 5_000_000);

    @TempDir
    Path directory;

    @Test
    void whateverAFileSaysItIsAModelOrRefusedInOneLine() throws Exception {
        Child.Ended ended = Child.run(
                Child.HOME,
                Map.of(),
                PausingProgram.command(
                        HostileModels.class,
                        // Millions of files are worth the optimizing compiler, thousands are not.
                        List.of("-Xmx128m", "-XX:TieredStopAtLevel=" + Tier.count(1, 4)),
                        directory,
                        Seed.VALUE,
                        COUNT));
        assertEquals(0, ended.code(), "seed " + Seed.VALUE + "\n" + ended.err());
        String[] said = ended.out().strip().split(" ");
        assertEquals(COUNT, Integer.parseInt(said[0]));
        // A few of a hundred are models: of those in a build, that is sometimes hardly any.
        assertTrue(Integer.parseInt(said[1]) >= Tier.count(1, COUNT / 50), "hardly any was a model: " + ended.out());
        Figures.report("08.hostile.models.tried", said[0]);
        Figures.report("08.hostile.models.through.commands", said[2]);
        Figures.report("08.hostile.models.slowest.ms", said[3]);
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(HostileCorpus.FOLDER)) {
            return files.sorted().toList();
        }
    }

    /** Every file that was ever found to do harm, or might have; none is ever deleted. */
    @ParameterizedTest
    @MethodSource("corpus")
    void everyFileOfTheCorpusIsRefused(Path hostile) throws IOException {
        Path csv = SeriesFile.weekdays(directory.resolve("prices.csv"), 60);
        Path model = Files.copy(hostile, directory.resolve("m.model.json"));
        List<List<Object>> all = List.of(
                List.of("predict", model),
                List.of("explain", model, csv),
                List.of("future", model),
                List.of("plot", model),
                List.of("predict", model, csv),
                List.of("evaluate", model, csv),
                List.of("train", csv, "-o", model, "--resume"));
        // In a build one of them in turn, in a full run all.
        int turn = Math.floorMod(hostile.getFileName().hashCode(), all.size());
        for (List<Object> command : Tier.SOAK ? all : List.of(all.get(turn), List.<Object>of("inspect", model))) {
            Cli run = Cli.run(command);
            assertEquals(4, run.code(), command + ": " + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().startsWith("lstm: " + model + ":"), run.err());
            assertEquals("", run.out());
        }
        assertEquals(-1, Files.mismatch(hostile, model), "the file was written to");
    }

    /** A calendar may say anything; how far it reaches is bounded. */
    @Test
    void aCalendarReachesNoFurtherThanDates() throws Exception {
        String plain = Models.document(Models.tiny());
        String step = "\"step\": \"weekdays\", \"count\": 1, \"day_of_month\": 0";
        assertTrue(plain.contains(step), plain);
        for (String long1 : List.of(
                "\"step\": \"months\", \"count\": 366000, \"day_of_month\": 3",
                "\"step\": \"months\", \"count\": 12001, \"day_of_month\": 3",
                "\"step\": \"seconds\", \"count\": 31622400001, \"day_of_month\": 0")) {
            Path model = Files.write(directory.resolve("long.json"), Models.sealed(plain.replace(step, long1)));
            Cli.run("predict", model).fails(4, model);
        }
        for (String far : List.of(
                "\"step\": \"months\", \"count\": 12000, \"day_of_month\": 3",
                "\"step\": \"seconds\", \"count\": 31622400000, \"day_of_month\": 0")) {
            Path model = Files.write(directory.resolve("far.json"), Models.sealed(plain.replace(step, far)));
            Cli.run("predict", model, "--horizon", 1_000_000).fails(3, model, "9999");
        }
    }
}
