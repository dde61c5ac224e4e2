package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.SummedSeries;
import lstm.statistics.ExactSum;

/**
 * Sums of forecasts from rows in the past: from all rows from which each part is forecast that has begun and not ended
 * there.
 *
 * @param rows the sums of the values
 * @param origins the first row of each forecast, ascending
 * @param points the sums of the forecasts from each origin, [targets][steps]
 */
record SummedForecasts(Series rows, List<Integer> origins, List<double[][]> points) {
    /** Copies the lists. */
    SummedForecasts {
        origins = List.copyOf(origins);
        points = List.copyOf(points);
    }

    /**
     * Adds up parts. There is no origin if they do not have the same dates.
     *
     * @param source the name of the sum
     * @param parts at least one
     */
    static SummedForecasts of(String source, List<PartForecasts> parts) {
        List<Series> series = parts.stream().map(PartForecasts::rows).toList();
        Series rows = SummedSeries.of(source, series);
        List<Integer> origins = new ArrayList<>();
        List<double[][]> points = new ArrayList<>();
        boolean aligned = areAligned(rows.stamps().toArray(), series);
        for (int row = 0; aligned && row < rows.rows(); row++) {
            long stamp = rows.stamps().at(row);
            List<PartForecasts> there =
                    parts.stream().filter(part -> part.isAt(stamp)).toList();
            List<double[][]> known = there.stream()
                    .map(part -> part.from(stamp))
                    .flatMap(Optional::stream)
                    .toList();
            if (!known.isEmpty() && known.size() == there.size()) {
                origins.add(row);
                points.add(sum(known));
            }
        }
        return new SummedForecasts(rows, origins, points);
    }

    /** Whether each part has a row at every stamp between its first and its last. */
    private static boolean areAligned(long[] stamps, List<Series> parts) {
        return parts.stream().map(Series::stamps).allMatch(own -> own.size() == rows(stamps, own));
    }

    private static int rows(long[] stamps, StampColumn own) {
        return Arrays.binarySearch(stamps, own.last()) - Arrays.binarySearch(stamps, own.at(0)) + 1;
    }

    /** The sum of forecasts of as many targets and steps, each rounded once. */
    static double[][] sum(Collection<double[][]> parts) {
        double[][] shape = parts.iterator().next();
        double[][] sums = new double[shape.length][shape[0].length];
        for (int target = 0; target < sums.length; target++) {
            for (int step = 0; step < sums[target].length; step++) {
                ExactSum sum = new ExactSum();
                for (double[][] part : parts) {
                    sum.add(part[target][step]);
                }
                sums[target][step] = sum.value();
            }
        }
        return sums;
    }
}
