package lstm.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.evaluate.ErrorMeasures;
import lstm.evaluate.Evaluation;
import lstm.forecast.Forecaster;
import lstm.model.ErrorScale;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.network.Network;
import lstm.prepare.DrawnSamples;
import lstm.prepare.Preparation;
import lstm.prepare.Split;
import lstm.prepare.Timeline;
import lstm.prepare.TrainingSet;
import lstm.prepare.Windows;
import lstm.progress.ProgressListener;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;
import lstm.series.Series;
import lstm.statistics.Moments;
import lstm.train.DivergedException;
import lstm.train.TrainingState;

/**
 * What two common mistakes would claim: a scaler fitted on all rows, and validation windows drawn at random from among
 * those that are learned, whose rows they share. A small network is trained twice, one step ahead: with these mistakes,
 * and as {@link Training} does, on earlier rows only, scored on later ones.
 *
 * @param series at most {@value #MOST_ROWS} rows of it are used, the last ones
 * @param settings of both networks
 */
public record LeakExperiment(Series series, Settings settings) {
    private static final int MOST_ROWS = 2000;
    private static final int UNITS = 16;
    private static final int LOOKBACK = 24;

    /** Windows seen over all epochs, which are at least 20 and at most 200: a short series needs more of them. */
    private static final int SIGHT = 30_000;

    private static final int LEAST_EPOCHS = 20;
    private static final int MOST_EPOCHS = 200;
    private static final double RATE = 0.005;
    private static final double VALIDATION = 0.2;
    private static final ErrorScale NONE = new ErrorScale(0, 0);

    /**
     * What a validation says.
     *
     * @param rows that it is made on
     * @param naive RMSE of repeating the last value on the same rows
     * @param r2 share of the variance of these rows that the forecasts explain; empty if they do not vary
     */
    public record Claim(int rows, double rmse, double naive, OptionalDouble r2) {
        private static Claim of(double[] actual, double[] forecasts, double[] naive) {
            double rmse = ErrorMeasures.accuracy(actual, forecasts, NONE).rmse();
            double share = rmse / Moments.running(actual).deviation();
            double r2 = 1 - share * share;
            return new Claim(
                    actual.length,
                    rmse,
                    ErrorMeasures.accuracy(actual, naive, NONE).rmse(),
                    Double.isFinite(r2) ? OptionalDouble.of(r2) : OptionalDouble.empty());
        }

        /** 1 - RMSE / RMSE of naive; empty if naive makes no error. */
        public OptionalDouble skill() {
            return naive == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - rmse / naive);
        }
    }

    /**
     * The outcome.
     *
     * @param leaking what the mistakes claim
     * @param honest what later rows say of the same network, trained without them
     */
    public record Outcome(Claim leaking, Claim honest) {}

    /**
     * The experiment on a series.
     *
     * @throws LstmException if it is too short
     */
    public static LeakExperiment on(Series series) throws LstmException {
        Series last = series.rows() > MOST_ROWS ? series.tail(MOST_ROWS) : series;
        Settings settings = new SettingsRequest()
                .units(UNITS)
                .layers(1)
                .dropout(0)
                .lookback(Math.max(1, Math.min(LOOKBACK, series.rows() / 4)))
                .epochs(Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, SIGHT / Math.max(1, last.rows()))))
                .learningRate(RATE)
                .validation(VALIDATION)
                .settings(List.of(last));
        TrainingChecks.check(List.of(last), settings);
        return new LeakExperiment(last, settings);
    }

    /**
     * Trains both networks.
     *
     * @throws LstmException of kind {@code DIVERGED} if one of them diverges
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public Outcome run(ProgressListener listener) throws LstmException {
        listener.checkpoint(0, 2);
        Claim leaking = leaking();
        listener.checkpoint(1, 2);
        return new Outcome(leaking, honest());
    }

    private Claim honest() throws LstmException {
        TrainResult trained = Training.of(series).settings(settings).threads(1).run();
        if (trained.heldOut().isEmpty()) {
            throw LstmException.data("has no held-out row that can be forecast").in(series.source());
        }
        Evaluation held = trained.heldOut()
                .get()
                .evaluation(0, 0, trained.model().baselines().get(0));
        return Claim.of(held.actual(), held.predicted(), held.naive());
    }

    private Claim leaking() throws LstmException {
        int rows = series.rows();
        Preparation preparation =
                Preparation.fit(settings.plan(), settings.lookback(), series.values(), series.masked(), rows);
        Windows windows =
                TrainingSet.of(new Split(rows, rows), preparation, series).learn();
        long seed = settings.recipe().seed();
        int[] order = IntStream.range(0, windows.count()).toArray();
        SplitMix64.of(seed, RandomStream.VALIDATION).shuffle(order);
        int held = Math.max(1, (int) (VALIDATION * order.length));
        int[] drawn = Arrays.copyOf(order, held);
        Arrays.sort(drawn);
        Architecture network = settings.architecture(series.columns().size());
        TrainingState state = TrainingState.start(
                Network.initialWeights(network, seed), settings.recipe().optimizer());
        try (NetworkTrainer trainer = NetworkTrainer.open(
                network,
                settings.lookback(),
                new DrawnSamples(windows, Arrays.copyOfRange(order, held, order.length)),
                new DrawnSamples(windows, drawn),
                settings.recipe(),
                1)) {
            trainer.run(state, TrainingListener.NONE);
            return claim(Forecaster.on(trainer.network(), state.best(), preparation), forecastRows(drawn));
        } catch (DivergedException e) {
            throw LstmException.of(LstmException.Kind.DIVERGED, "training ", e.getMessage())
                    .because(e)
                    .in(series.source());
        }
    }

    /** The rows that windows forecast: those with no masked row among them or before them within a window. */
    private int[] forecastRows(int[] windows) {
        int lookback = settings.lookback();
        int[] rows = IntStream.range(lookback, series.rows())
                .filter(row -> Windows.isFree(series.masked(), row - lookback, row + 1))
                .toArray();
        return IntStream.of(windows).map(window -> rows[window]).toArray();
    }

    private Claim claim(Forecaster forecaster, int[] rows) {
        double[] target = series.column(0);
        double[] forecasts = forecaster.oneStep(Timeline.of(series), rows)[0];
        double[] actual = IntStream.of(rows).mapToDouble(row -> target[row]).toArray();
        double[] naive = IntStream.of(rows).mapToDouble(row -> target[row - 1]).toArray();
        return Claim.of(actual, forecasts, naive);
    }
}
