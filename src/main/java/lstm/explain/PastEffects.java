package lstm.explain;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.base.BaseForecaster;
import lstm.base.BaseForecaster.Past;

/**
 * Which rows a forecast of the base network rests on. A row reaches the network in several ways: by its value, by what
 * repeats its season, by the size of changes and by facts about the whole past. A gradient of the network sees the
 * first alone, so effects are measured on the whole: by how much the forecast falls if a row had been missing, which
 * the network knows how to deal with.
 *
 * @param forecast as it is, in the unit of the data
 * @param rows the effect of each of the last rows of the past, oldest first
 * @param segments the effect of each segment of these rows, oldest first, whose first may be shorter than the others;
 *     NaN if no value would be left
 * @param earlier the effect of all rows before them; 0 if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Made once and read.
public record PastEffects(double forecast, double[] rows, double[] segments, double earlier) {
    /**
     * Measures the effects, all in one call of the network.
     *
     * @param past with two values at least
     * @param count of rows, at most those of the past
     * @param segment rows in a segment
     * @param step ahead, from 1
     */
    public static PastEffects of(BaseForecaster forecaster, Past past, int count, int segment, int step) {
        int from = past.values().length - count;
        int segments = (count + segment - 1) / segment;
        int first = from + count - segments * segment;
        IntFunction<Past> without = k -> {
            int row = k - 1;
            if (k == 0) {
                return past;
            }
            if (row < count) {
                return without(past, from + row, from + row + 1);
            }
            int begin = first + (row - count) * segment;
            return row < count + segments
                    ? without(past, Math.max(from, begin), begin + segment)
                    : without(past, 0, from);
        };
        int[] known = IntStream.range(0, count + segments + 2)
                .filter(k -> !isEmpty(without.apply(k)))
                .toArray();
        var forecasts = forecaster.forecast(k -> without.apply(known[k]), known.length, step);
        double[] effects = new double[count + segments + 2];
        Arrays.fill(effects, Double.NaN);
        for (int k = 0; k < known.length; k++) {
            effects[known[k]] =
                    forecasts.get(0).median(step - 1) - forecasts.get(k).median(step - 1);
        }
        double alone = forecaster.forecast(List.of(past), step).get(0).median(step - 1);
        return new PastEffects(
                alone,
                Arrays.copyOfRange(effects, 1, 1 + count),
                Arrays.copyOfRange(effects, 1 + count, 1 + count + segments),
                effects[effects.length - 1]);
    }

    private static Past without(Past past, int from, int to) {
        double[] values = past.values().clone();
        Arrays.fill(values, from, to, Double.NaN);
        return new Past(values, past.seasons());
    }

    private static boolean isEmpty(Past past) {
        return Arrays.stream(past.values()).allMatch(Double::isNaN);
    }

    /** The forecast and all effects that are known. */
    public double[] known() {
        return Stream.of(new double[] {forecast, earlier}, rows, segments)
                .flatMapToDouble(Arrays::stream)
                .filter(effect -> !Double.isNaN(effect))
                .toArray();
    }

    /** How the effects of single rows are spread. */
    public DependenceReach reach() {
        return DependenceReach.of(
                Arrays.stream(rows).mapToObj(effect -> new double[] {effect}).toArray(double[][]::new));
    }

    /** The first row of a segment, among the rows. */
    public int begin(int number, int segment) {
        return Math.max(0, end(number, segment) - segment);
    }

    /** The row after the last of a segment, among the rows. */
    public int end(int number, int segment) {
        return rows.length - (segments.length - 1 - number) * segment;
    }
}
