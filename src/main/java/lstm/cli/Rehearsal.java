package lstm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.cli.terminal.Console;

/**
 * Runs the commands that people start most often once, in one process, so that Java can archive the classes that they
 * load: later starts take a third less time.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Trains and forecasts.
     *
     * @param args a folder that exists, for a few small files
     */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(args[0]);
        String csv = folder.resolve("y.csv").toString();
        String model = folder.resolve("y.model.json").toString();
        String page = folder.resolve("y.html").toString();
        String forecast = folder.resolve("y.forecast.csv").toString();
        String rows = IntStream.range(0, 60).mapToObj(row -> row % 7 + "\n").collect(Collectors.joining());
        Files.writeString(Path.of(csv), "y\n" + rows);
        run("train", csv, "--epochs=1", "--units=1", "--lookback=8", "--combine=all", "-o", model, "--report", page);
        run("predict", model, "--horizon=2", "-o", forecast);
        run("predict", csv, "--horizon=2", "-o", forecast, "--force");
    }

    private static void run(String... words) {
        if (new RootCommand(Console.unattended()).run(words) != 0) {
            throw new IllegalStateException(String.join(" ", words));
        }
    }
}
