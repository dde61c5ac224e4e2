package lstm.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lstm.csv.CsvSource;
import lstm.csv.TableReader;
import lstm.model.Model;
import lstm.random.SplitMix64;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.series.SeriesTable;
import lstm.workflow.Prediction;
import lstm.workflow.SettingsRequest;
import lstm.workflow.TablePrediction;
import lstm.workflow.Training;

/**
 * A table in the shape of the M5 competition: 30,490 series of 1,941 days, most of their values small counts. Prints
 * rows and series per second of processor time and the peak heap. Arguments: [part=20] [FILE], the divisor of the
 * number of series, and where the table is written and left; without it the table is removed.
 */
public final class ManySeriesBench {
    private static final int SERIES = 30_490;
    private static final int DAYS = 1_941;
    private static final int HORIZON = 28;
    private static final int EPOCH_WINDOWS = 10_000;

    private ManySeriesBench() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int series = SERIES / (args.length > 0 ? Integer.parseInt(args[0]) : 20);
        Path file = args.length > 1 ? Path.of(args[1]) : Files.createTempFile("table", ".csv");
        try {
            write(file, series);
            long rows = (long) series * DAYS;
            ReadOptions reading =
                    ReadOptions.DEFAULT.withKeys(List.of("store", "item")).withTarget("units");
            List<CsvSource> sources = List.of(CsvSource.of(file));
            SeriesTable table = timed("read", rows, series, () -> TableReader.read(sources, reading, KeyFilter.ALL));
            SettingsRequest settings = new SettingsRequest()
                    .horizon(HORIZON)
                    .lookback(56)
                    .units(16)
                    .epochs(2)
                    .epochWindows(EPOCH_WINDOWS);
            Model model = timed("train", rows, series, () -> Training.of(table.series())
                    .settings(settings)
                    .run()
                    .model());
            SeriesTable last = timed(
                    "read the last rows",
                    rows,
                    series,
                    () -> TableReader.readLast(sources, reading, KeyFilter.ALL, TablePrediction.rows(model)));
            timed("forecast", (long) series * HORIZON, series, () -> {
                try (Prediction prediction = Prediction.with(model)) {
                    return TablePrediction.with(model, prediction).run(last).size();
                }
            });
        } finally {
            if (args.length < 2) {
                Files.delete(file);
            }
        }
    }

    private static void write(Path file, int series) throws IOException {
        SplitMix64 random = SplitMix64.of(1);
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("store,item,date,units\n");
            LocalDate first = LocalDate.of(2011, 1, 29);
            for (int day = 0; day < DAYS; day++) {
                LocalDate date = first.plusDays(day);
                for (int k = 0; k < series; k++) {
                    int level = 1 + k % 5 + (date.getDayOfWeek().getValue() > 5 ? 2 : 0);
                    to.write("S" + k % 10 + ",ITEM_" + k / 10 + "," + date + ","
                            + (int) (random.nextDouble() * random.nextDouble() * level) + "\n");
                }
            }
        }
    }

    private static <T> T timed(String what, long rows, int series, Callable<T> task) throws Exception {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = processorTime();
        T result = task.call();
        double seconds = (processorTime() - before) / 1e9;
        long heap =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                Locale.ROOT,
                "%-20s %8.1f s %10.0f rows/s %8.0f series/s %6d MiB of heap%n",
                what,
                seconds,
                rows / seconds,
                series / seconds,
                heap >> 20);
        return result;
    }

    /** Of all threads of the process. */
    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
