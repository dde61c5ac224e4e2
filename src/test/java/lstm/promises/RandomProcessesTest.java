package lstm.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import lstm.cli.Child;
import lstm.cli.Cli;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random command lines as processes of their own, started by the launcher with descriptors that are closed and with
 * limits: they end as those of {@link RandomCommandsTest}, and no crash is left behind.
 */
@Order(23)
@Tag("process")
class RandomProcessesTest {
    private static final int LINES = Integer.getInteger("processes", Tier.count(4, 2_000));

    private static final List<String> CLOSED = List.of(
            "<&-",
            "<&-",
            ">&- <\"$in\"",
            "2>&- <\"$in\"",
            "<&- >&- 2>&-",
            "<\"$in\"",
            "</dev/null",
            "<\"$in\" >/dev/full");

    private static final List<String> LIMITS = List.of(
            "",
            "",
            "ulimit -f 8; ",
            "ulimit -n 100; ",
            "ulimit -v 4200000; ",
            "ulimit -v 800000; ",
            "ulimit -s 4096; ");

    /** More than files of a few kilobytes need: what takes more ends out of memory, which no command may. */
    private static final String HEAP = "-Xmx96m";

    @TempDir
    static Path directory;

    @Test
    void everyProcessEndsWell() throws Exception {
        CommandCorpus corpus = CommandCorpus.in(directory);
        RandomCommandLine lines = new RandomCommandLine(RandomCommandsTest.program(), corpus);
        Map<String, byte[]> inputs = corpus.inputs();
        Path work = Files.createDirectory(directory.resolve("work"));
        for (int k = 0; k < LINES; k++) {
            corpus.reset(inputs);
            Random random = new Random(Seed.VALUE + k);
            RandomCommandLine.Line line = lines.draw(random);
            String words = line.words().stream()
                    .map(word -> "'" + word.replace("'", "'\\''") + "'")
                    .collect(Collectors.joining(" "));
            // One that would train for long is stopped as Ctrl-C stops it.
            String script = LIMITS.get(random.nextInt(LIMITS.size()))
                    + "in='" + corpus.in().resolve("d.csv") + "'; timeout --preserve-status -s INT 5 '" + Child.LAUNCHER
                    + "' " + words + " " + CLOSED.get(random.nextInt(CLOSED.size()));
            Child.Ended ended = Child.run(work, Map.of("LSTM_JAVA_OPTS", HEAP), List.of("sh", "-c", script));
            String where = "-Dseed=" + (Seed.VALUE + k) + " -Dprocesses=1: " + script + " ended with " + ended;
            boolean silent = script.contains("2>&-");
            Cli run = new Cli(ended.code(), ended.out().getBytes(UTF_8), silent ? "lstm: not to be seen" : ended.err());
            CommandJudge.judge(run, line.words(), where);
            corpus.isIntact(inputs, line, where);
            try (var left = Files.list(work)) {
                assertTrue(left.findAny().isEmpty(), where + " left a file");
            }
        }
    }
}
