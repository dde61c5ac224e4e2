package lstm.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.base.BaseForecaster;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BacktestResults;
import lstm.evaluate.BaseHindcast;
import lstm.evaluate.BaseRivals;
import lstm.evaluate.BaseSeries;
import lstm.forecast.BaseIntervals;
import lstm.forecast.NaiveShare;
import lstm.model.Score;
import lstm.statistics.EvenlySpaced;

/**
 * Errors of forecasts of known rows of some series of a table, spread evenly over all of them.
 *
 * @param each all series
 * @param season that most have, which the naive method beside the network repeats; 1 for none
 */
record BaseTableErrors(List<BaseSeries> each, int season, int horizon) {
    /** Forecasts, of all series together, whose errors say enough. */
    private static final int ENOUGH = 1000;

    /** Copies the list. */
    BaseTableErrors {
        each = List.copyOf(each);
    }

    /** Has intervals learn from them, and scores them. Modifies {@code ends} and {@code share}. */
    Optional<Score> teach(BaseIntervals ends, NaiveShare share, BaseForecaster forecaster) {
        List<BaseSeries> some = EvenlySpaced.of(each, ENOUGH);
        List<BacktestResult> scored = new ArrayList<>();
        int most = (ENOUGH + some.size() - 1) / Math.max(1, some.size());
        List<int[]> origins = some.stream().map(one -> origins(one, most)).toList();
        for (BaseHindcast raw : BaseHindcast.each(some, origins, horizon, forecaster)) {
            BaseHindcast known = raw.mixed(share);
            known.teach(ends);
            BaseHindcast whole = known.season(season).whole(horizon);
            if (whole.origins().length > 0 && whole.origins()[0] >= season) {
                BaseRivals rivals = BaseRivals.naive(whole.one(), whole.origins()[0], season);
                scored.add(whole.beside(rivals, horizon, (forecast, origin) -> new double[horizon][0][]));
            }
        }
        return scored.isEmpty() ? Optional.empty() : new BacktestResults(scored).score(0, -1);
    }

    /** The last of the rows to forecast from, and others evenly spread; those with a whole horizon if there are any. */
    private int[] origins(BaseSeries one, int most) {
        int[] all = one.origins(horizon);
        int[] whole = Arrays.stream(all)
                .filter(row -> row + horizon <= one.series().rows())
                .toArray();
        int[] rows = whole.length > 0 ? whole : all;
        int count = Math.min(most, rows.length);
        return IntStream.range(0, count)
                .map(k -> rows[rows.length - 1 - (int) ((long) (count - 1 - k) * rows.length / count)])
                .toArray();
    }
}
