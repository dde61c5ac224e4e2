package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lstm.cli.Cli;
import lstm.cli.CommandRegistry;
import lstm.cli.RootCommand;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.SignalHandler;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random command lines over a corpus of files: each ends with an exit code of the table that is no bug's, standard
 * output is empty or valid in the format asked for, inputs keep their bytes, and no hidden file is left.
 */
@Order(22)
class RandomCommandsTest {
    private static final int LINES = Integer.getInteger("lines", Tier.count(300, 100_000));

    /** When a command that trains is stopped, and how long one may take at the most on files of a few kilobytes. */
    private static final int STOP_MILLISECONDS = 150;

    private static final double MOST_SECONDS = 30;

    @TempDir
    static Path directory;

    @Test
    void everyCommandLineEndsWell() throws IOException {
        CommandCorpus corpus = CommandCorpus.in(directory);
        RandomCommandLine lines = new RandomCommandLine(program(), corpus);
        Map<String, byte[]> inputs = corpus.inputs();
        Set<Integer> codes = new HashSet<>();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int k = 0; k < LINES; k++) {
                corpus.reset(inputs);
                RandomCommandLine.Line line = lines.draw(new Random(Seed.VALUE + k));
                List<String> words = line.words();
                SignalHandler signal = new SignalHandler();
                var stop = timer.schedule(() -> signal.request(2), STOP_MILLISECONDS, TimeUnit.MILLISECONDS);
                long start = System.nanoTime();
                Cli run = Cli.runSignalled(signal, corpus.standardInput(), Map.of(), words);
                double seconds = (System.nanoTime() - start) / 1e9;
                stop.cancel(false);
                String where = "-Dseed=" + (Seed.VALUE + k) + " -Dlines=1: " + words + " ended with " + run.code()
                        + " after " + seconds + " s: " + run.err() + "\n" + run.out();
                assertTrue(seconds < MOST_SECONDS, where);
                CommandJudge.judge(run, words, where);
                corpus.isIntact(inputs, line, where);
                codes.add(run.code());
            }
        } finally {
            timer.shutdownNow();
        }
        // The rarer codes are not drawn in every three hundred.
        assertTrue(LINES < 300 || codes.containsAll(Tier.SOAK ? Set.of(0, 2, 3, 4, 7) : Set.of(0, 2)), "only " + codes);
    }

    /** All commands, to draw from. */
    static picocli.CommandLine program() {
        return new RootCommand(Console.unattended()).commands(CommandRegistry.needed("man"));
    }
}
