package lstm.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.csv.CsvSurvey;
import lstm.series.ReadOptions;

/**
 * How fast a plain CSV of two columns is read, by what each command reads with: rows per second and the most heap in
 * use. Arguments: [rows=10000000] [runs=3]; the last run counts, the ones before it warm up.
 */
public final class ReadingBench {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int KEPT = 100;

    private ReadingBench() {}

    /** Runs it and prints one line for each way to read. */
    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path file = Files.createTempFile("reading", ".csv");
        try {
            write(file, rows);
            CsvSource source = CsvSource.of(file);
            print("train: all rows", rows, runs, () -> CsvReader.read(source, ReadOptions.DEFAULT));
            print("check: all rows and lines", rows, runs, () -> CsvSurvey.read(source, ReadOptions.DEFAULT));
            print("predict: last rows", rows, runs, () -> CsvReader.readLast(source, ReadOptions.DEFAULT, KEPT));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, int rows) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("date,value\n");
            LocalDateTime time = LocalDateTime.of(2000, 1, 1, 0, 0);
            for (int row = 0; row < rows; row++, time = time.plusSeconds(20)) {
                to.write(STAMP.format(time) + "," + row % 1000 / 10.0 + "\n");
            }
        }
    }

    private static void print(String what, int rows, int runs, Callable<Object> reading) throws Exception {
        double seconds = 0;
        for (int run = 0; run < runs; run++) {
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            reading.call();
            seconds = (System.nanoTime() - start) / 1e9;
        }
        long heap = pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                Locale.ROOT, "%-28s %6.2f million rows/s %6d MiB of heap%n", what, rows / seconds / 1e6, heap >> 20);
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
