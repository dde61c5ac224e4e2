package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.forecast.ForecastStart;
import lstm.forecast.IntervalLevels;
import lstm.forecast.SeriesForecast;
import lstm.model.Combination;
import lstm.model.Model;
import lstm.prepare.ForecastRollout;
import lstm.prepare.Timeline;
import lstm.series.Series;

/**
 * The rows that a model forecasts after, and the steps after them.
 *
 * @param series all rows; empty for those that the model was trained on
 * @param start the last of them
 * @param stamps of the steps, and of some beyond the last that a network which forecasts several at once needs; not
 *     copied
 * @param steps how many are asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Not compared, and nobody writes to them.
record ForecastRows(Model model, Optional<Series> series, ForecastStart start, long[] stamps, int steps) {
    /**
     * The rows of a forecast.
     *
     * @param name of the model, for failures
     * @throws LstmException if the series is too short or of another form than the model's
     */
    static ForecastRows of(Model model, String name, Optional<Series> series, int steps) throws LstmException {
        ForecastStart start = series.isPresent()
                ? ForecastStart.after(model, name, series.get())
                : ForecastStart.trained(model, name);
        long[] stamps = start.after(ForecastRollout.rounded(model.preparation().plan(), steps));
        return new ForecastRows(model, series, start, stamps, steps);
    }

    /**
     * The last rows with what is known of the steps.
     *
     * @param future what is known ahead
     * @throws LstmException if the model needs more of it
     */
    Timeline timeline(Optional<Series> future) throws LstmException {
        return start.rows(stamps, knownAhead(future));
    }

    private double[][] knownAhead(Optional<Series> future) throws LstmException {
        boolean usesNetwork = model.combination().map(Combination::usesNetwork).orElse(true);
        if (model.ahead().isEmpty() || !usesNetwork) {
            return new double[0][];
        } else if (future.isEmpty()) {
            throw LstmException.usage(
                            "the model needs ", String.join(", ", model.ahead()), " of ", stamps.length, " steps ahead")
                    .remedy("give their future values with ", Setting.FUTURE);
        }
        return FutureCovariates.at(future.get(), start.stamps(), stamps);
    }

    /** A forecast of the steps. */
    SeriesForecast forecast(double[][] points, double[][][][] intervals, IntervalLevels levels) {
        return new SeriesForecast(start, model.targets(), stamps, points, intervals, levels, List.of());
    }

    /** One whose targets are to be filled in. */
    SeriesForecast unknown(IntervalLevels levels) {
        int targets = model.targets().size();
        return forecast(new double[targets][], new double[targets][][][], levels);
    }
}
