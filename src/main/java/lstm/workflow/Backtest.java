package lstm.workflow;

import java.util.List;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.evaluate.BacktestResult;
import lstm.evaluate.OriginForecast;
import lstm.forecast.IntervalPlan;
import lstm.forecast.IntervalRequest;
import lstm.model.Settings;
import lstm.prepare.PositiveValues;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.train.DivergedException;

/** Forecasts a series from origins in its past, with models that know only the rows before, and scores that. */
public final class Backtest {
    /** Default number of origins. */
    static final int ORIGINS = 10;

    private final Series series;
    private SettingsRequest request = new SettingsRequest();
    private int origins = ORIGINS;
    private int every;
    private int refit;
    private IntervalRequest intervals = IntervalRequest.DEFAULT;
    private ComparisonListener comparison = ComparisonListener.NONE;
    private int threads = Runtime.getRuntime().availableProcessors();

    private Backtest(Series series) {
        this.series = series;
    }

    /** A backtest on a series. */
    public static Backtest of(Series series) {
        return new Backtest(series);
    }

    /** The settings to train with (default: the classic recipe). */
    public Backtest settings(SettingsRequest settings) {
        request = settings;
        return this;
    }

    /** How many origins (default: 10), the last of them a horizon before the end. */
    public Backtest origins(int number) throws LstmException {
        origins = SettingRange.atLeastOne(Setting.ORIGINS, number);
        return this;
    }

    /** Rows from one origin to the next (default: a horizon). */
    public Backtest every(int rows) throws LstmException {
        every = SettingRange.atLeastOne(Setting.EVERY, rows);
        return this;
    }

    /** Origins after which the model is trained again; 0 for never (default). */
    public Backtest refit(int number) throws LstmException {
        refit = SettingRange.notNegative(Setting.REFIT, number);
        return this;
    }

    /** The intervals around the forecasts. */
    public Backtest intervals(IntervalRequest request) throws LstmException {
        intervals = request.check();
        return this;
    }

    /** Follows the comparison of settings that a preset may choose, which comes before the first training. */
    public Backtest comparison(ComparisonListener follower) {
        comparison = follower;
        return this;
    }

    /** Threads to compute on (default: one for each processor). */
    public Backtest threads(int number) throws LstmException {
        threads = SettingRange.atLeastOne(Setting.THREADS, number);
        return this;
    }

    /**
     * Chooses the settings by the rows before the first origin, and checks that there are enough.
     *
     * @throws LstmException if there are too few rows, or they do not suit the settings
     */
    public BacktestRun prepare() throws LstmException {
        Settings rough = request.settings(List.of(series));
        int step = every == 0 ? rough.plan().horizon() : every;
        long before = series.rows() - rough.plan().horizon() - (origins - 1L) * step;
        requireRows(before < 1 ? rough : request.settings(List.of(series.first(series.origin((int) before)))), step);
        IntervalPlan ends = intervals(rough);
        int first = plan(rough, step, ends).row(series, 0);
        Series known = series.first(first);
        PresetChoice choice =
                PresetComparison.choose(List.of(known), request.candidates(List.of(known)), threads, comparison);
        Settings settings = choice.settings();
        TrainingChecks.check(List.of(known), settings);
        PreparedTraining.requireFits(series, settings);
        PositiveValues.check(series, settings.plan());
        return new BacktestRun(series, plan(settings, step, ends), choice, ends, threads);
    }

    private BacktestPlan plan(Settings settings, int step, IntervalPlan ends) {
        return new BacktestPlan(settings, origins, step, refit, ends.levels().shares(), ends.intervals());
    }

    private IntervalPlan intervals(Settings settings) throws LstmException {
        intervals.refuseSamples(settings.combine().hasMethods(), "this training");
        return intervals.plan(
                settings.recipe().loss(),
                settings.dropout(),
                "this training",
                settings.recipe().seed());
    }

    private void requireRows(Settings settings, int step) throws LstmException {
        int horizon = settings.plan().horizon();
        long least = settings.leastRows();
        long first = series.origin((int) Math.max(0, series.rows() - horizon - (origins - 1L) * step));
        if (first < least) {
            long fitting = (series.rows() - horizon - least) / step + 1;
            throw LstmException.data(
                            "has ",
                            NumberText.rows(series.rows()),
                            "; ",
                            Setting.ORIGINS.to(origins),
                            " and ",
                            Setting.EVERY.to(step),
                            " leave ",
                            NumberText.count(Math.max(0, first)),
                            " before the first origin, and training needs ",
                            NumberText.count(least))
                    .in(series.source())
                    .remedy(
                            fitting >= 1
                                    ? Phrase.of("use ", Setting.ORIGINS.to(fitting))
                                    : Phrase.of("use a smaller ", Setting.LOOKBACK, " or ", Setting.HORIZON));
        }
    }

    /** Runs it without a listener. */
    public BacktestRun.Result run() throws LstmException {
        return prepare().run(BacktestPlan.Listener.NONE);
    }

    /**
     * A backtest that is ready to begin.
     *
     * @param choice its settings
     * @param intervals the intervals it makes
     */
    public record BacktestRun(
            Series series, BacktestPlan plan, PresetChoice choice, IntervalPlan intervals, int threads) {
        /**
         * What a backtest came to.
         *
         * @param done the origins that were done
         * @param isComplete whether these are all
         */
        public record Result(BacktestRun job, List<OriginForecast> done, boolean isComplete) {
            /** Copies the list. */
            public Result {
                done = List.copyOf(done);
            }

            /** The forecasts beside what came; there must be one at least. */
            public BacktestResult forecasts() {
                return job.plan.outcome(job.series, done);
            }
        }

        /**
         * Forecasts from one origin after the other.
         *
         * @throws LstmException of kind {@code DIVERGED}
         */
        public Result run(BacktestPlan.Listener listener) throws LstmException {
            try {
                List<OriginForecast> done = plan.run(series, threads, listener);
                return new Result(this, done, done.size() == plan.origins());
            } catch (DivergedException e) {
                throw LstmException.of(LstmException.Kind.DIVERGED, "training ", e.getMessage())
                        .because(e)
                        .remedy("use a smaller ", Setting.LEARNING_RATE, " or ", Setting.CLIP_NORM.to(1));
            }
        }
    }
}
