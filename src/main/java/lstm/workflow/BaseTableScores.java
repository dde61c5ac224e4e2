package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lstm.base.BaseForecaster;
import lstm.base.SeasonPair;
import lstm.error.LstmException;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.BaseHindcast;
import lstm.evaluate.BaseRivals;
import lstm.evaluate.BaseSeries;
import lstm.forecast.BaseIntervals;
import lstm.forecast.IntervalPlan;
import lstm.forecast.NaiveShare;
import lstm.series.RowWeights;
import lstm.series.Series;
import lstm.workflow.BaseTable.Keyed;

/**
 * Forecasts of known rows of each series of a table. The network forecasts all of them together, and all share the
 * intervals, which know the errors on some of the rows before.
 */
record BaseTableScores(BaseTable table, BaseOrigins rows, IntervalPlan plan, BaseForecaster forecaster) {
    /** A series with the rows to forecast from, and how many come before all of them. */
    @SuppressWarnings("ArrayRecordComponent") // Made once and read.
    private record Open(Keyed keyed, int[] origins, int first) {}

    /** Those of each series, in any order. */
    List<KeyedEvaluation<BaseEvaluation.Result>> run() throws LstmException {
        List<KeyedEvaluation<BaseEvaluation.Result>> done = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        for (Keyed keyed : table.each()) {
            try {
                open.add(new Open(
                        keyed, rows.of(keyed.one()), rows.known(keyed.one().series())));
            } catch (LstmException e) {
                done.add(KeyedEvaluation.refused(keyed.key(), keyed.one().series(), rows.horizon(), e));
            }
        }
        NaiveShare share = new NaiveShare(rows.horizon());
        BaseIntervals ends = intervals(open, share);
        List<BaseHindcast> hindcasts = BaseHindcast.each(
                open.stream().map(one -> one.keyed().one()).toList(),
                open.stream().map(Open::origins).toList(),
                rows.horizon(),
                forecaster);
        IntStream.range(0, open.size())
                .parallel()
                .mapToObj(k -> KeyedEvaluation.scored(
                        open.get(k).keyed().key(),
                        result(open.get(k), hindcasts.get(k).with(share), ends)))
                .toList()
                .forEach(done::add);
        return done;
    }

    /** Of the rows before. Modifies {@code share}, which learns from them too. */
    private BaseIntervals intervals(List<Open> open, NaiveShare share) {
        BaseIntervals ends = new BaseIntervals(plan, rows.horizon());
        List<BaseSeries> before = open.stream()
                .map(one -> one.keyed().one().first(one.first()).recent())
                .toList();
        new BaseTableErrors(before, season(), rows.horizon()).teach(ends, share, forecaster);
        return ends;
    }

    /** That of all series in scores: means are over errors in the same unit. */
    private int season() {
        return table.most().longest();
    }

    private BaseEvaluation.Result result(Open one, BaseHindcast hindcast, BaseIntervals ends) {
        Series series = one.keyed().one().series();
        BaseSeries alike = one.keyed().one().with(new SeasonPair(season(), 0));
        BacktestResult scored = hindcast.season(season())
                .every(rows.every())
                .beside(BaseRivals.fitted(alike, one.first()), rows.horizon(), (forecast, origin) -> {
                    // Intervals remember what they have computed.
                    synchronized (ends) {
                        return ends.around(forecast);
                    }
                });
        return new BaseEvaluation.Result(series, scored.weighing(RowWeights.of(series, one.first())), plan.levels());
    }
}
