package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.base.BaseNetwork;
import lstm.base.SeasonFinder;
import lstm.base.SeasonPair;
import lstm.calendar.Calendar;

/**
 * How the base network is fitted to a series.
 *
 * @param calendar of the series
 * @param tuned the network if it has been trained on; empty for that of the program
 * @param isOfOne whether it is the only series, which gets more time than one of several
 */
public record BaseExtent(Calendar calendar, Optional<BaseNetwork> tuned, boolean isOfOne) {
    /**
     * The seasons that the network is told of, of each target. Each has its own, unless that of the model, not found in
     * the first, was chosen by the caller.
     *
     * @param season of the model
     * @param columns the targets, not modified
     * @param masked rows that are left out
     * @param rows in which seasons are found, the first ones
     */
    public List<SeasonPair> seasons(int season, double[][] columns, BitSet masked, int rows) {
        SeasonPair first = SeasonFinder.of(calendar, columns[0], masked, rows);
        boolean isFound = season == first.main() || season == first.longer();
        List<SeasonPair> each = new ArrayList<>();
        for (int k = 0; k < columns.length; k++) {
            SeasonPair own = k == 0 ? first : SeasonFinder.of(calendar, columns[k], masked, rows);
            SeasonPair taken = isFound ? own : chosen(season, own.longest());
            each.add(isOfOne ? SeasonTrial.of(truths(columns[k], masked, rows), taken) : taken);
        }
        return each;
    }

    /** A longer one, such as the week of a day, is told of too. */
    private static SeasonPair chosen(int season, int found) {
        boolean isLonger = season > 1 && found > season && found % season == 0;
        return new SeasonPair(season, isLonger ? found : 0);
    }

    /** The first rows, NaN where they are masked. */
    public static double[] truths(double[] column, BitSet masked, int rows) {
        double[] truths = Arrays.copyOf(column, rows);
        masked.stream().filter(row -> row < rows).forEach(row -> truths[row] = Double.NaN);
        return truths;
    }
}
