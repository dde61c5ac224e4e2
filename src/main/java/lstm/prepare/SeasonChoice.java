package lstm.prepare;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lstm.calendar.Calendar;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.Series;

/** The season of a series for which none was asked. */
public final class SeasonChoice {
    private SeasonChoice() {}

    /**
     * The season that most of several series have; of those that equally many have the shortest. If most have none, the
     * one that they {@linkplain SharedSeason share}.
     */
    public static int ofMost(List<Series> files, double share, PreparationPlan plan) throws LstmException {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Series series : files) {
            counts.merge(of(series, Calendar.infer(series), share, plan), 1, Integer::sum);
        }
        int most = Collections.max(counts.values());
        int ofMost = counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
        return ofMost > 1 ? ofMost : new SharedSeason(files, trainRows(files, share, plan)).length();
    }

    /**
     * That of the target in the training rows.
     *
     * @param share of the rows held out
     * @param plan whose season does not matter
     * @throws LstmException if a transform needs a season and there is none
     */
    public static int of(Series series, Calendar steps, double share, PreparationPlan plan) throws LstmException {
        Transform target = plan.transform();
        Transform features = plan.featureTransform();
        int trainRows = trainRows(series, share, plan);
        Season season = Season.find(steps, series.column(0), series.masked(), trainRows);
        boolean needed = target.isSeasonal() || features.isSeasonal();
        if (needed && season.length() == 1) {
            throw LstmException.data(
                            "no season is found, and ",
                            target.isSeasonal() ? Setting.TRANSFORM.to(target) : Setting.FEATURE_TRANSFORM.to(features),
                            " needs one")
                    .remedy("give it with ", Setting.SEASON)
                    .at(Place.of(series.source()).column(series.target()));
        }
        return season.length();
    }

    /** The {@linkplain #trainRows(Series, double, PreparationPlan) training rows} of each. */
    public static int[] trainRows(List<Series> files, double share, PreparationPlan plan) {
        return files.stream().mapToInt(series -> trainRows(series, share, plan)).toArray();
    }

    /**
     * Rows that are learned from whatever the lookback: all, where they are so few that they cannot be split. That they
     * are too few is said where all are counted.
     */
    public static int trainRows(Series series, double share, PreparationPlan plan) {
        int rows = series.rows();
        if (rows <= plan.outputSteps()) {
            return rows;
        }
        int learned = series.origin(rows - Split.mostHeld(share, rows, plan));
        return learned == 0 ? rows : learned;
    }
}
