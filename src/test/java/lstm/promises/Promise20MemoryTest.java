package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import lstm.cli.Child;
import lstm.cli.PausingProgram;
import lstm.cli.SeriesFile;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hours of training and a thousand predictions in one process take no more memory than minutes of it. A line is laid
 * through the memory after each turn of work. The full run, {@code -Psoak} with {@code -Dsoak.minutes}, has to show
 * that it would grow by less than a bound in two hours, with 97.5 % confidence. The run of each build is too short for
 * that, since compiling alone takes memory for minutes: it can only find leaks that are large, and fails if memory has
 * grown by more than its own bound with the same confidence.
 */
@Order(6)
@Tag("process")
class Promise20MemoryTest {
    private static final double SECONDS = Tier.SOAK ? 60.0 * Integer.getInteger("soak.minutes", 120) : 0;

    private static final int TURNS = Tier.count(20, 40);
    /** Of training in a turn: at least one, and in the full run half a minute. */
    private static final double TURN = SECONDS / 240;

    private static final int PREDICTIONS = Tier.count(6, 15);
    private static final int FEW = 8;
    private static final double HOURS_PROMISED = 2;
    private static final double MIB = 1 << 20;

    /** In two hours; or, in a build, in its second half, which is 10 trainings and 60 predictions. */
    private static final double MOST_HEAP = (Tier.SOAK ? 4 : 1) * MIB;

    private static final double MOST_RESIDENT = (Tier.SOAK ? 32 : 16) * MIB;

    /** What a failure is explained by: seconds, trainings, predictions, bytes of live heap and of resident memory. */
    private static final Path TURN_BY_TURN = Path.of("target", "promise20.txt");

    @TempDir
    Path directory;

    @Test
    void memoryStaysFlat() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "resident memory is read from /proc");
        SeriesFile.numbers(directory.resolve("data.csv"), 200);
        // A heap that is all there from the start, so that resident memory grows only by what is outside of it.
        List<String> options = List.of("-Xms96m", "-Xmx96m", "-XX:+AlwaysPreTouch");
        Child.Ended ended = Child.run(
                directory,
                Map.of(),
                PausingProgram.command(SoakProgram.class, options, directory, SECONDS, TURNS, TURN, PREDICTIONS));
        assertEquals(0, ended.code(), ended.err());
        Files.writeString(TURN_BY_TURN, ended.out());
        List<double[]> turns = new ArrayList<>();
        for (String line : ended.out().lines().toList()) {
            String[] words = line.split(" ");
            turns.add(new double[] {
                Double.parseDouble(words[0]) / 3600,
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4])
            });
        }
        // The first part compiles and fills caches.
        List<double[]> settled = turns.subList(turns.size() / (Tier.SOAK ? 5 : 2), turns.size());
        double[] last = turns.get(turns.size() - 1);
        Figures.report("20.minutes", String.format(Locale.ROOT, "%.1f", last[0] * 60));
        Figures.report("20.trainings", (int) last[1]);
        Figures.report("20.predictions", (int) last[2]);
        assertFlat("heap", Tier.SOAK ? floors(settled, 3) : settled, 3, MOST_HEAP);
        assertFlat("resident", Tier.SOAK ? floors(settled, 4) : settled, 4, MOST_RESIDENT);
    }

    /**
     * Of every few turns the one with the least memory. What a compiler at work takes for a while comes and goes, and
     * blurs the line; what is kept raises the least too.
     */
    private static List<double[]> floors(List<double[]> turns, int column) {
        List<double[]> floors = new ArrayList<>();
        for (int from = 0; from + FEW <= turns.size(); from += FEW) {
            floors.add(turns.subList(from, from + FEW).stream()
                    .min(Comparator.comparingDouble(turn -> turn[column]))
                    .orElseThrow());
        }
        return floors;
    }

    private static void assertFlat(String what, List<double[]> turns, int column, double most) {
        Line line = Line.through(
                turns.stream().map(turn -> new double[] {turn[0], turn[column]}).toList());
        String growth = String.format(
                Locale.ROOT,
                "%.2f MiB (95%% between %.2f and %.2f) in %.1f minutes",
                line.slope() * line.span() / MIB,
                line.leastGrowth() / MIB,
                line.mostGrowth() / MIB,
                line.span() * 60);
        Figures.report("20." + what + ".growth", growth);
        if (Tier.SOAK) {
            double inAll = line.mostGrowth() * Math.max(1, HOURS_PROMISED / line.span());
            assertTrue(inAll <= most, what + " may grow: " + growth);
        } else {
            assertTrue(line.leastGrowth() <= most, what + " leaks: " + growth);
        }
    }

    @Test
    void aTrainingThatKeptAMebibyteWouldBeSeen() {
        Random random = new Random(1);
        List<double[]> points = new ArrayList<>();
        for (int training = 0; training < 20; training++) {
            points.add(new double[] {training, 300 * MIB + training * MIB + random.nextGaussian() * MIB / 2});
        }
        Line line = Line.through(points);
        assertTrue(line.leastGrowth() > 16 * MIB, line.toString());
        assertEquals(MIB, line.slope(), 0.1 * MIB);
    }

    @Test
    void whatComesAndGoesDoesNotHideWhatStays() {
        Random random = new Random(1);
        List<double[]> flat = new ArrayList<>();
        List<double[]> leaking = new ArrayList<>();
        for (int turn = 0; turn < 192; turn++) {
            double passing = random.nextInt(4) == 0 ? 60 * MIB * random.nextDouble() : 0;
            flat.add(new double[] {turn, 200 * MIB + passing});
            leaking.add(new double[] {turn, 200 * MIB + passing + turn * MIB / 4});
        }
        Line floor = Line.through(floors(flat, 1));
        assertTrue(floor.mostGrowth() < 4 * MIB, floor.toString());
        Line leak = Line.through(floors(leaking, 1));
        assertTrue(leak.leastGrowth() > 32 * MIB, leak.toString());
    }

    @Test
    void residualsThatFollowOnOneAnotherMakeTheSlopeLessSure() {
        List<double[]> jagged = new ArrayList<>();
        List<double[]> wavy = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            jagged.add(new double[] {k, k % 2});
            wavy.add(new double[] {k, k / 10 % 2});
        }
        assertTrue(Line.through(wavy).error() > 2 * Line.through(jagged).error());
    }
}
