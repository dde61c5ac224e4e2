package lstm.cli;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.prepare.Plan;
import lstm.prepare.Season;
import lstm.prepare.Split;
import lstm.prepare.Transform;
import lstm.series.Calendar;
import lstm.series.Series;

/** The season of a series for which none was asked. */
final class Seasons {
    private Seasons() {}

    /** The season that most of several series have; of those that equally many have the shortest. */
    static int ofMost(List<Series> files, double share, Plan plan) throws UserException {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Series series : files) {
            counts.merge(
                    of(series, Calendar.infer(series), share, plan.head(), plan.transform(), plan.featureTransform()),
                    1,
                    Integer::sum);
        }
        int most = Collections.max(counts.values());
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /**
     * That of the target in the training rows.
     *
     * @param share of the rows held out
     * @param head values that a window is to tell
     * @throws UserException if a transform needs a season and there is none
     */
    static int of(Series series, Calendar steps, double share, int head, Transform target, Transform features)
            throws UserException {
        int trainRows = trainRows(series.rows(), share, head);
        Season season = Season.find(steps, series.column(0), series.masked(), trainRows);
        boolean needed = target.isSeasonal() || features.isSeasonal();
        if (needed && season.length() == 1) {
            throw new UserException(
                    Kind.DATA,
                    series.source() + ": no season is found in column "
                            + UserException.quote(series.target())
                            + ", and --transform " + (target.isSeasonal() ? target : features)
                            + " needs one; give it with --season");
        }
        return season.length();
    }

    /**
     * Rows to learn from: all, where they are so few that they cannot be split. That they are too few is said where all
     * are counted.
     */
    static int trainRows(int rows, double share, int head) {
        return rows <= head ? rows : Split.holdingOut(share, rows, head).trainRows();
    }
}
