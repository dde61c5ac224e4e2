package lstm.spark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import lstm.cli.Cli;
import lstm.random.SplitMix64;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * The rate of Spark in {@code local[2]} beside that of {@code lstm predict} on the same CSV, in one process and in
 * turn, so that neither start nor compilation counts after the first rounds; then on the same rows as Parquet. Prints
 * the series per second of processor time and of wall time, and the bytes that are shuffled. Arguments:
 * {@code [series=2000] [days=1000] [rounds=4]}.
 */
public final class SparkBench {
    private static final int SEED = 21;
    private static final List<String> NETWORK =
            List.of("--units", "16", "--layers", "1", "--lookback", "28", "--horizon", "28", "--epochs", "2");

    private final int series;
    private final int days;
    private final Path folder;
    private final AtomicLong shuffled = new AtomicLong();
    private int runs;

    private SparkBench(int series, int days, Path folder) {
        this.series = series;
        this.days = days;
        this.folder = folder;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int series = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        new SparkBench(series, days, Files.createTempDirectory("spark-bench")).run(rounds);
    }

    private void run(int rounds) throws Exception {
        Path csv = write();
        Path model = folder.resolve("sales.model.json");
        Cli.run("train", csv, "--by", "store,item", "--target", "units", "--only", "item=0..9", NETWORK, "-o", model)
                .succeeds();
        timed("start of Spark", Sessions::local);
        SparkSession spark = Sessions.local();
        spark.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd task) {
                shuffled.addAndGet(task.taskMetrics().shuffleWriteMetrics().bytesWritten());
            }
        });
        Path parquet = folder.resolve("sales.parquet");
        spark.read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv(csv.toString())
                .write()
                .parquet(parquet.toString());
        for (int round = 0; round < rounds; round++) {
            timed("lstm predict", () -> Cli.run("predict", model, csv, "-o", output())
                    .succeeds());
            timed("Spark, CSV", () -> forecast(model, csv, "--output-format", "csv"));
            timed("Spark, Parquet", () -> forecast(model, parquet));
        }
        spark.stop();
    }

    private int forecast(Path model, Path input, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("forecast", "--model", model.toString(), "--output", output()));
        words.addAll(List.of("--input", input.toString()));
        words.addAll(List.of(more));
        if (Main.run(System.err, words.toArray(String[]::new)) != 0) {
            throw new IOException("the job failed");
        }
        return 0;
    }

    private String output() {
        return folder.resolve("forecasts-" + runs++).toString();
    }

    private Path write() throws IOException {
        Path csv = folder.resolve("sales.csv");
        SplitMix64 random = SplitMix64.of(SEED);
        LocalDate first = LocalDate.of(2023, 1, 1);
        try (BufferedWriter to = Files.newBufferedWriter(csv)) {
            to.write("store,item,date,units\n");
            for (int day = 0; day < days; day++) {
                for (int k = 0; k < series; k++) {
                    long units = Math.round(100 + k % 50 + 20 * StrictMath.sin(day * 0.9) + 30 * random.nextDouble());
                    to.write("s" + k % 10 + "," + k + "," + first.plusDays(day) + "," + units + "\n");
                }
            }
        }
        return csv;
    }

    private <T> void timed(String what, Callable<T> task) throws Exception {
        shuffled.set(0);
        long cpu = processorTime();
        long wall = System.nanoTime();
        task.call();
        double cpuSeconds = (processorTime() - cpu) / 1e9;
        double seconds = (System.nanoTime() - wall) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-16s %7.1f s of processor time %7.1f s of wall time %7.0f series/s %7.0f bytes shuffled a series%n",
                what,
                cpuSeconds,
                seconds,
                series / cpuSeconds,
                (double) shuffled.get() / series);
    }

    /** Of all threads of the process. */
    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
