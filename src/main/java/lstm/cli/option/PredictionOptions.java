package lstm.cli.option;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.evaluate.ForecastMethod;
import lstm.series.ReadOptions;
import lstm.workflow.BatchJob;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How far to forecast, by which method, and with which intervals. */
public final class PredictionOptions {
    @Option(
            names = "--horizon",
            paramLabel = "N",
            description =
                    "Number of steps to forecast (default: the horizon the model was trained for; 1 without a model).")
    private Integer horizon;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "Method that forecasts: network, autoregression, drift, seasonal-naive, naive, or best, the"
                    + " one with the smallest error on the held-out rows; models that combine methods (train"
                    + " --combine) have combination, exponential-smoothing, theta, tsb and base too. Its intervals come"
                    + " from its own errors there, and a column method names it (default: network or combination,"
                    + " without that column).")
    private ForecastMethod method;

    @Mixin
    private ModelIntervalOptions intervals;

    /** The method that is asked for, if any. */
    public Optional<ForecastMethod> method() {
        return Optional.ofNullable(method);
    }

    /**
     * The request, checked as far as possible without reading a file.
     *
     * @param future what is known ahead
     * @param format how files are read
     */
    public BatchJob.Predict request(Optional<CsvSource> future, UnaryOperator<ReadOptions> format)
            throws LstmException {
        if (horizon != null) {
            SettingRange.steps(Setting.HORIZON, horizon);
        }
        return new BatchJob.Predict(
                horizon == null ? OptionalInt.empty() : OptionalInt.of(horizon),
                intervals.request(),
                method(),
                future,
                format);
    }
}
