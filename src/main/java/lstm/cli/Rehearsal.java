package lstm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.SignalHandler;
import lstm.file.Disk;

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
        Console console = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                false,
                false,
                new SignalHandler(),
                Map.of(),
                Disk.LOCAL,
                System::nanoTime);
        if (new RootCommand(console).run(words) != 0) {
            throw new IllegalStateException(String.join(" ", words));
        }
    }
}
