package lstm.workflow;

import java.util.OptionalInt;
import lstm.base.BaseForecaster;
import lstm.base.BaseNetwork;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.forecast.IntervalRequest;
import lstm.modelfile.BaseNetworkFile;
import lstm.progress.ProgressListener;
import lstm.series.Series;

/**
 * What is asked of the base network, for a forecast as for an evaluation.
 *
 * @param <T> the kind of request, which each setting returns
 */
public abstract sealed class BaseRequest<T extends BaseRequest<T>>
        permits BaseEvaluation, BasePrediction, BaseSeriesPrediction, BaseTablePrediction {
    /** Rows of a series that are looked at, the last ones: enough for any season. */
    public static final int MOST_ROWS = 100_000;

    private int horizon = 1;
    private OptionalInt season = OptionalInt.empty();
    private IntervalRequest intervals = IntervalRequest.DEFAULT;
    private int threads = Runtime.getRuntime().availableProcessors();
    private ProgressListener listener = ProgressListener.NONE;

    BaseRequest() {}

    /** This request. */
    abstract T self();

    /** Steps to forecast (default: 1). */
    public T horizon(int steps) throws LstmException {
        horizon = SettingRange.steps(Setting.HORIZON, steps);
        return self();
    }

    /** The season in steps, 1 for none (default: found in each series). */
    public T season(int steps) throws LstmException {
        season = OptionalInt.of(SettingRange.atLeastOne(Setting.SEASON, steps));
        return self();
    }

    /** The intervals around the forecasts (default: between the quantiles of the network). */
    public T intervals(IntervalRequest request) throws LstmException {
        intervals = request.check();
        return self();
    }

    /** Threads to compute on (default: one for each processor). */
    public T threads(int number) throws LstmException {
        threads = SettingRange.atLeastOne(Setting.THREADS, number);
        return self();
    }

    /** Follows the forecasts and may stop them. */
    public T listener(ProgressListener follower) {
        listener = follower;
        return self();
    }

    int horizon() {
        return horizon;
    }

    /** Empty if it is to be found. */
    OptionalInt season() {
        return season;
    }

    int threads() {
        return threads;
    }

    IntervalRequest intervals() {
        return intervals;
    }

    /** The network that is part of the program, ready to forecast for this request. */
    BaseForecaster forecaster() {
        return forecaster(threads).follow(listener);
    }

    /** The same for several requests. */
    static BaseForecaster forecaster(int threads) {
        BaseNetwork network = BaseNetworkFile.shipped();
        return new BaseForecaster(network.shape(), network.weights(), threads);
    }

    static void requireOneColumn(Series series) throws LstmException {
        if (series.columns().size() > 1) {
            throw LstmException.usage(
                            "the base model forecasts one column and reads no others: not ",
                            String.join(
                                    ", ",
                                    series.columns().subList(1, series.columns().size())))
                    .remedy("name one with ", Setting.TARGET, ", or train a model")
                    .in(series.source());
        }
    }
}
