package lstm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processes from start to exit, in seconds: the launcher at the classic job, at one forecast and at its help, and a
 * PyTorch process at the classic job. Runs in the project's folder, on systems that have {@code sh}.
 */
final class WholeProcess {
    private static final int EPOCHS = 100;
    private static final int STARTS = 7;

    private double peak;

    private WholeProcess() {}

    /** Measures and prints a table. */
    static void measure() throws IOException, InterruptedException {
        new WholeProcess().run();
    }

    private void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lstm-bench");
        Path csv = folder.resolve("walk.csv");
        Path model = folder.resolve("walk.model.json");
        Files.write(csv, rows());
        lstm("--help");
        double train = lstm(
                "train", csv.toString(), "-o", model.toString(), "--validation", "0", "--epochs", "" + EPOCHS, "--quiet");
        double trainingPeak = peak;
        double torch = Math.min(torch(1), torch(2));
        Sheet.head("whole process, seconds");
        Sheet.row("lstm train, " + EPOCHS + " epochs, beside PyTorch's best", train, torch, "<= 0.5");
        Sheet.row("its peak memory, MB", trainingPeak, "< 400");
        Sheet.row("lstm predict, one forecast", starts("predict", model.toString()), "< 1.2 s");
        Sheet.row("lstm --help", starts("--help"), "< 0.3 s");
    }

    private static List<String> rows() {
        List<String> lines = new ArrayList<>(List.of("date,value"));
        double[] walk = ClassicJob.walk(ClassicJob.ROWS);
        for (int k = 0; k < walk.length; k++) {
            lines.add(String.format(Locale.ROOT, "%s,%.4f", LocalDate.of(2012, 1, 1).plusDays(k), walk[k]));
        }
        return lines;
    }

    private static double torch(int threads) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Run.lines(TorchEngine.class.getName(), 1, new Arguments(threads, 50, "lstm", EPOCHS, false).words());
        return (System.nanoTime() - start) / 1e9;
    }

    private double starts(String... words) throws IOException, InterruptedException {
        double[] seconds = new double[STARTS];
        for (int k = 0; k < STARTS; k++) {
            seconds[k] = lstm(words);
        }
        return Stopwatch.median(seconds);
    }

    private double lstm(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./lstm"));
        command.addAll(List.of(words));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed with " + process.exitValue());
        }
        return seconds;
    }

    /** The most memory that a living process has held, in MB, where the system tells it (Linux); 0 elsewhere. */
    private static double peak(long pid) throws IOException {
        Path status = Path.of("/proc", "" + pid, "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
