package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.FanLevel;
import lstm.chart.TimeAxis;
import lstm.forecast.ForecastStart;
import lstm.forecast.IntervalLevels;
import lstm.model.Model;

/**
 * What is said of the future of a series.
 *
 * @param start the rows before it
 * @param stamps of the steps, of some beyond the last forecast too
 * @param points by target and step
 * @param intervals by target, step and level, the lower end before the upper one; an end that is not known is no number
 */
public record ForecastReport(
        ForecastStart start, long[] stamps, double[][] points, double[][][][] intervals, IntervalLevels levels) {
    /** A row for each target and step: stamp, target, step, forecast, and the ends of each level. */
    public List<List<Object>> rows(Model model) {
        List<List<Object>> rows = new ArrayList<>();
        for (int target = 0; target < points.length; target++) {
            for (int k = 0; k < points[target].length; k++) {
                List<Object> row = new ArrayList<>(
                        List.of(start.stamps().text(stamps[k]), model.targets().get(target), k + 1, points[target][k]));
                row.addAll(IntervalLevels.cells(intervals[target][k]));
                rows.add(row);
            }
        }
        return rows;
    }

    /** The first target's, after the rows before it. */
    public Chart chart(Model model) {
        return Charts.fan(
                Titles.of(model.targets().get(0), start.source()),
                new TimeAxis(start.stamps(), start.context().stamps()),
                start.context().values()[0],
                new TimeAxis(start.stamps(), Arrays.copyOf(stamps, points[0].length)),
                points[0],
                fan());
    }

    /** The intervals of the first target that have an end on both sides at every step. */
    private List<FanLevel> fan() {
        List<FanLevel> fan = new ArrayList<>();
        for (int level = 0; level < levels.shares().length; level++) {
            double[] lower = ends(level, 0);
            double[] upper = ends(level, 1);
            if (Arrays.stream(lower).allMatch(Double::isFinite)
                    && Arrays.stream(upper).allMatch(Double::isFinite)) {
                fan.add(new FanLevel(100 * levels.shares()[level], lower, upper));
            }
        }
        return fan;
    }

    private double[] ends(int level, int end) {
        return Arrays.stream(intervals[0]).mapToDouble(step -> step[level][end]).toArray();
    }
}
