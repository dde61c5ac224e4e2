package lstm.workflow;

import java.time.LocalDate;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.series.Series;

/** Series and settings that train in milliseconds. */
public final class Tiny {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private Tiny() {}

    /** A wave with a value a day. */
    public static Series wave(int rows) throws LstmException {
        return wave(0, rows);
    }

    /** Its days from..to-1. */
    public static Series wave(int from, int to) throws LstmException {
        return Series.of("wave", dates(from, to), values(from, to));
    }

    public static LocalDate[] dates(int from, int to) {
        return IntStream.range(from, to).mapToObj(START::plusDays).toArray(LocalDate[]::new);
    }

    public static double[] values(int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(k -> 100 + 10 * StrictMath.sin(k / 5.0) + k % 3)
                .toArray();
    }

    public static SettingsRequest settings() throws LstmException {
        return new SettingsRequest().units(4).layers(1).lookback(8).epochs(3);
    }
}
