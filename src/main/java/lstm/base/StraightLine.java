package lstm.base;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The line that a past follows, apart from its season. The changes of such a past say how steep it is and nothing about
 * errors, and a network that counts errors in them is off by a good part of a change, always to the same side. So it
 * forecasts what is left without the line.
 *
 * @param slope of a row; 0 if the past follows no line
 * @param rows of the past, at whose end the line is 0
 */
record StraightLine(double slope, int rows) {
    private static final int LEAST_CHANGES = 4;

    /** Changes from one season to the next are those of a line if none differs by more than this part of their mean. */
    private static final double ALIKE = 0.1;

    /** The line of a past. */
    static StraightLine of(BaseForecaster.Past past) {
        double[] values = past.values();
        int main = past.seasons().main();
        int season = main < values.length ? main : 1;
        double[] changes = IntStream.range(season, values.length)
                .mapToDouble(t -> values[t] - values[t - season])
                .filter(change -> !Double.isNaN(change))
                .toArray();
        double mean = Arrays.stream(changes).average().orElse(0);
        boolean follows = changes.length >= LEAST_CHANGES
                && Arrays.stream(changes).allMatch(change -> Math.abs(change - mean) <= ALIKE * Math.abs(mean));
        return new StraightLine(follows ? mean / season : 0, values.length);
    }

    /** At a row of the past, or of the future behind it. */
    private double at(int row) {
        return slope * (row - rows + 1);
    }

    /** The past without the line. */
    BaseForecaster.Past without(BaseForecaster.Past past) {
        if (slope == 0) {
            return past;
        }
        double[] rest = past.values().clone();
        Arrays.setAll(rest, t -> rest[t] - at(t));
        return new BaseForecaster.Past(rest, past.seasons());
    }

    /**
     * What errors are measured in: changes of the past as it is. Of other forecasts, of fewer rows or of other series,
     * the past may follow no line, and intervals learn from the errors of all.
     *
     * @param rest of the past without the line
     */
    SeasonalHistory units(BaseForecaster.Past past, SeasonalHistory rest) {
        return slope == 0 ? rest : new SeasonalHistory(past.values(), past.seasons());
    }

    /** Puts the line back onto forecasts of the rows after the past, [steps][levels]. Modifies {@code forecast}. */
    void addTo(double[][] forecast) {
        for (int step = 0; step < forecast.length; step++) {
            for (int level = 0; level < forecast[step].length; level++) {
                forecast[step][level] += at(rows + step);
            }
        }
    }
}
