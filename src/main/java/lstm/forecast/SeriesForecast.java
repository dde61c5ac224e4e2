package lstm.forecast;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import lstm.model.Method;
import lstm.series.StampKind;

/**
 * A forecast of the values after a series, with dates and intervals.
 *
 * @param start the rows before it
 * @param targets names of what is forecast
 * @param stamps of the steps, and of some beyond the last forecast too; not copied
 * @param points by target and step; not copied
 * @param intervals by target, step and level, the lower end before the upper one; NaN where an end is not known; not
 *     copied
 * @param levels of the intervals
 * @param methods the method of each target; empty if none was asked for, and the network made the forecasts
 */
@SuppressWarnings("ArrayRecordComponent") // Not compared, and nobody writes to them.
public record SeriesForecast(
        ForecastStart start,
        List<String> targets,
        long[] stamps,
        double[][] points,
        double[][][][] intervals,
        IntervalLevels levels,
        List<Method> methods) {
    /** Copies the lists. */
    public SeriesForecast {
        targets = List.copyOf(targets);
        methods = List.copyOf(methods);
    }

    /** The same, made by these methods. */
    public SeriesForecast by(List<Method> each) {
        return new SeriesForecast(start, targets, stamps, points, intervals, levels, each);
    }

    /** Steps ahead. */
    public int steps() {
        return points[0].length;
    }

    /** The forecasts of the first target, step by step. */
    public double[] values() {
        return points[0].clone();
    }

    /**
     * The local times of the steps.
     *
     * @throws IllegalStateException if the rows are numbered, not dated
     */
    public List<LocalDateTime> times() {
        if (start.stamps() == StampKind.NONE) {
            throw new IllegalStateException("the rows have no dates");
        }
        return Arrays.stream(stamps, 0, steps()).mapToObj(StampKind::time).toList();
    }

    /** The date, date and time, or row number of a step, from 0. */
    public String stampText(int step) {
        return start.stamps().text(stamps[step]);
    }

    /**
     * The interval of a step of the first target.
     *
     * @param step from 0
     * @param level number of the level, from 0
     * @return lower and upper end; NaN where it is not known
     */
    public double[] interval(int step, int level) {
        return intervals[0][step][level].clone();
    }
}
