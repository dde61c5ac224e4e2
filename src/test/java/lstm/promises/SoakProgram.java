package lstm.promises;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lstm.cli.Cli;

/**
 * One process that trains and forecasts by turns until its time is up, and after each turn writes a line: seconds since
 * its start, trainings, predictions, bytes of live heap, bytes of resident memory. Its arguments: a folder with
 * {@code data.csv}, seconds that it goes on at least, turns that it takes at least, seconds of training in a turn,
 * predictions in a turn.
 */
final class SoakProgram {
    private SoakProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        int turns = Integer.parseInt(arguments[2]);
        double turn = Double.parseDouble(arguments[3]);
        int predictions = Integer.parseInt(arguments[4]);
        Path csv = folder.resolve("data.csv");
        Path model = folder.resolve("goog.model.json");
        List<Object> train = List.of(
                "train",
                csv,
                "-o",
                model,
                "--force",
                "--quiet",
                "--threads",
                2,
                "--units",
                16,
                "--lookback",
                20,
                "--epochs",
                seconds > 0 ? 3 : 1);
        long start = System.nanoTime();
        int trainings = 0;
        int predicted = 0;
        for (int done = 0; done < turns || since(start) < seconds; done++) {
            long begin = System.nanoTime();
            do {
                succeed(Cli.run(train));
                trainings++;
            } while (since(begin) < turn);
            for (int k = 0; k < predictions; k++) {
                succeed(Cli.run("predict", model, csv, "--horizon", 10, "--quiet"));
                predicted++;
            }
            // Before garbage is collected, which could free what a network forgot to.
            long resident = resident();
            System.out.println(since(start) + " " + trainings + " " + predicted + " " + liveHeap() + " " + resident);
        }
    }

    private static void succeed(Cli run) {
        if (run.code() != 0) {
            throw new IllegalStateException(run.err());
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no VmRSS in /proc/self/status");
    }
}
