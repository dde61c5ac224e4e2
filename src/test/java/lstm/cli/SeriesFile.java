package lstm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Small CSVs. */
public final class SeriesFile {
    private SeriesFile() {}

    public static Path lines(Path file, String... lines) {
        try {
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A header and rows that are functions of their number, which counts from 0. */
    public static Path of(Path file, String header, int rows, IntFunction<String> row) {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int k = 0; k < rows; k++) {
            lines.add(row.apply(k));
        }
        return lines(file, lines.toArray(String[]::new));
    }

    /** The day this many after 2024-01-01. */
    static String day(int number) {
        return LocalDate.of(2024, 1, 1).plusDays(number).toString();
    }

    /** One column y without dates. */
    public static Path numbers(Path file, int rows) {
        return of(file, "y", rows, k -> Double.toString(wave(k)));
    }

    /** Columns date, open and close on the weekdays from Wednesday, 2020-01-01 on. */
    public static Path weekdays(Path file, int rows) {
        return weekdays(file, 0, rows);
    }

    /** Its rows from..to-1. */
    public static Path weekdays(Path file, int from, int to) {
        return of(
                file,
                "date,open,close",
                to - from,
                k -> weekday(from + k) + "," + wave(from + k + 3) + "," + wave(from + k));
    }

    /** The value in row k of all these files: a wave that never comes to 0. */
    public static double wave(int k) {
        return 100 + 10 * StrictMath.sin(k / 5.0) + k % 3;
    }

    public static LocalDate weekday(int k) {
        LocalDate day = LocalDate.of(2020, 1, 1);
        for (int left = k; left > 0; left--) {
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return day;
    }
}
