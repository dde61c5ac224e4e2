package lstm.workflow;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntPredicate;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.model.Settings;
import lstm.network.Loss;
import lstm.prepare.PositiveValues;
import lstm.prepare.PreparationPlan;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.text.NumberText;

/** Whether a series can be trained on: checked before the slow part. */
public final class TrainingChecks {
    /** A column's values may lie this far apart; then there is room for forecasts and errors beyond them. */
    private static final double WIDEST = 1e300;

    private TrainingChecks() {}

    /** Refuses series that cannot be trained on together, or one that cannot be trained on alone. */
    public static void check(List<Series> files, Settings settings) throws LstmException {
        if (files.size() == 1) {
            check(files.get(0), settings);
            return;
        }
        WeightCheck.requireWeights(files.get(0), settings.recipe().sampling());
        checkResidual(settings);
        checkSegment(settings);
        checkLoss(settings);
        long least = leastOfSeveral(settings);
        SeriesForm form = SeriesForm.of(files.get(0));
        for (Series series : files) {
            form.require(series);
            checkOneOfSeveral(series, settings, least);
        }
    }

    /** Refuses one of several series that is too short or has values that cannot be learned. */
    static void checkOneOfSeveral(Series series, Settings settings, long least) throws LstmException {
        if (series.rows() < least) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(series.rows()),
                            ", but ",
                            Setting.LOOKBACK.to(settings.lookback()),
                            " needs at least ",
                            least)
                    .in(series.source())
                    .remedy("leave the file out, or use a smaller ", Setting.LOOKBACK);
        }
        checkMasked(series, settings);
        checkValues(series, settings.plan());
    }

    /** Whether a series has enough rows to train on, or for several series one of a table or all files. */
    static boolean hasRows(List<Series> files, Settings settings) {
        if (files.size() == 1) {
            Series only = files.get(0);
            int window = settings.plan().windowRows(settings.lookback());
            return only.rows() >= settings.leastRows() && trainRows(only, settings) >= window;
        }
        long least = leastOfSeveral(settings);
        boolean table = !files.get(0).reading().keys().isEmpty();
        return table
                ? files.stream().anyMatch(series -> series.rows() >= least)
                : files.stream().allMatch(series -> series.rows() >= least);
    }

    /** The fewest rows of one of several series. */
    static long leastOfSeveral(Settings settings) {
        PreparationPlan plan = settings.plan();
        return leastOfSeveral(plan.windowRows(settings.lookback()), settings);
    }

    /** The fewest rows of a series of which this many are left to train on. */
    private static long leastOfSeveral(int window, Settings settings) {
        int rows = window;
        while (rows < Integer.MAX_VALUE && rows - heldRows(settings, rows) < window) {
            rows++;
        }
        return rows;
    }

    /** What to do if the longest series of a table has only this many rows. */
    static Object[] shorter(Settings settings, int rows) {
        // The shortest window is one row, or one segment.
        int least = Math.max(1, settings.segment());
        int windows = most(
                settings.lookback() / least, count -> leastOfSeveral(settings.withLookback(count * least)) <= rows);
        if (windows > 0) {
            return new Object[] {"use ", Setting.LOOKBACK.to(windows * least), " or less"};
        }
        PreparationPlan plan = settings.plan();
        int steps = most(
                plan.horizon(),
                count -> leastOfSeveral(settings.withPlan(
                                plan.toBuilder().horizon(count).build()))
                        <= rows);
        return steps > 0
                ? new Object[] {"use ", Setting.HORIZON.to(steps), " or less"}
                : new Object[] {"use a smaller ", Setting.LOOKBACK, " and a smaller ", Setting.HORIZON};
    }

    /** The largest count below this one that fits, as all smaller ones do; 0 if none does. */
    private static int most(int below, IntPredicate fits) {
        int low = 0;
        int high = below;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (fits.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int heldRows(Settings settings, int rows) {
        return Split.heldRows(settings.validation(), rows, settings.plan(), settings.lookback());
    }

    private static void check(Series series, Settings settings) throws LstmException {
        WeightCheck.refuseOne(series, settings);
        checkResidual(settings);
        checkSegment(settings);
        checkLoss(settings);
        int rows = series.rows();
        PreparationPlan plan = settings.plan();
        long least = settings.leastRows();
        if (rows < least) {
            int longest = whole(Split.longestLookback(rows, plan), settings);
            throw LstmException.data(
                            "has ",
                            NumberText.rows(rows),
                            ", needs at least ",
                            least,
                            " for ",
                            Setting.LOOKBACK.to(settings.lookback()))
                    .in(series.source())
                    .remedy(longest >= 1 ? Phrase.of("use ", Setting.LOOKBACK.to(longest)) : "add rows");
        }
        if (trainRows(series, settings) < plan.windowRows(settings.lookback())) {
            throw LstmException.usage(
                            Setting.VALIDATION.to(settings.validation()),
                            " leaves no window of ",
                            settings.lookback(),
                            " rows to train on")
                    .remedy("hold out less");
        }
        checkMasked(series, settings);
        checkValues(series, plan);
    }

    private static int trainRows(Series series, Settings settings) {
        return series.rows() - heldRows(settings, series.rows());
    }

    private static void checkResidual(Settings settings) throws LstmException {
        for (int rows : settings.plan().residual()) {
            if (rows > settings.lookback()) {
                throw LstmException.usage(
                                Setting.RESIDUAL.to(rows),
                                " reaches back further than ",
                                Setting.LOOKBACK.to(settings.lookback()))
                        .remedy("use ", Setting.LOOKBACK.to(rows), " or more");
            }
        }
    }

    /** Refuses a loss that does not go with the scaler. */
    public static void checkLoss(Settings settings) throws LstmException {
        if (settings.recipe().loss().isInSeriesUnits() && settings.plan().scaling() != ScalingMethod.WINDOW) {
            throw LstmException.usage(
                            Setting.LOSS.to(settings.recipe().loss()),
                            " is for windows that are scaled one by one, and ",
                            Setting.SCALER.to(settings.plan().scaling()),
                            " scales all alike")
                    .remedy("use ", Setting.SCALER.to(ScalingMethod.WINDOW), " or ", Setting.LOSS.to(Loss.Point.MAE));
        }
    }

    private static void checkSegment(Settings settings) throws LstmException {
        int segment = settings.segment();
        int lookback = settings.lookback();
        if (segment == 0) {
            return;
        }
        if (lookback % segment != 0) {
            throw LstmException.usage(
                            Setting.LOOKBACK.to(lookback), " is not a multiple of ", Setting.SEGMENT.to(segment))
                    .remedy("use ", Setting.LOOKBACK.to((lookback / segment + 1) * segment));
        }
        PreparationPlan plan = settings.plan();
        boolean ahead = plan.ahead() > 0 || !plan.calendar().isEmpty();
        if (ahead && lookback < plan.outputSteps()) {
            int whole = (plan.outputSteps() + segment - 1) / segment * segment;
            throw LstmException.usage(
                            Setting.LOOKBACK.to(lookback),
                            " is shorter than the horizon, too short for ",
                            Setting.SEGMENT,
                            " with values known ahead")
                    .remedy("use ", Setting.LOOKBACK.to(whole), " or more");
        }
    }

    /** The longest lookback of at most this many rows; 0 if there is none. */
    private static int whole(int lookback, Settings settings) {
        return settings.segment() == 0 ? lookback : Math.max(0, lookback) / settings.segment() * settings.segment();
    }

    /** Refuses values that cannot be transformed or scaled. */
    public static void checkValues(Series series, PreparationPlan plan) throws LstmException {
        checkFinite(series);
        PositiveValues.check(series, plan);
        for (int k = 0; k < series.columns().size(); k++) {
            checkSpan(series, k);
        }
    }

    private static void checkFinite(Series series) throws LstmException {
        for (int k = 0; k < series.columns().size(); k++) {
            double[] column = series.column(k);
            for (int row = 0; row < column.length; row++) {
                if (!Double.isFinite(column[row])) {
                    throw LstmException.data(column[row], " is not a finite number")
                            .at(Place.of(series.source())
                                    .line(row + 1L)
                                    .column(series.columns().get(k)))
                            .remedy(
                                    "give a number, or say with ",
                                    Setting.MISSING,
                                    " what becomes of rows without one");
                }
            }
        }
    }

    /** Some window must be free of masked rows. */
    private static void checkMasked(Series series, Settings settings) throws LstmException {
        int trainRows = trainRows(series, settings);
        int around = settings.plan().transformLag() + settings.plan().outputSteps();
        int longest = 0;
        for (int from = series.masked().nextClearBit(0); from < trainRows; ) {
            int hit = series.masked().nextSetBit(from);
            int to = hit < 0 ? trainRows : Math.min(trainRows, hit);
            longest = Math.max(longest, to - from);
            from = series.masked().nextClearBit(to);
        }
        if (longest < settings.lookback() + around) {
            int fitting = whole(longest - around, settings);
            Phrase shorter = fitting > 0 ? Phrase.of("use ", Setting.LOOKBACK.to(fitting), " or ") : Phrase.of("use ");
            throw LstmException.data("every window of ", settings.lookback(), " rows to train on touches a masked row")
                    .in(series.source())
                    .remedy(shorter, Setting.MISSING.to("interpolate"));
        }
    }

    private static void checkSpan(Series series, int column) throws LstmException {
        DoubleSummaryStatistics values = Arrays.stream(series.column(column)).summaryStatistics();
        if (values.getMax() - values.getMin() > WIDEST) {
            throw LstmException.data(
                            "runs from ",
                            NumberText.of(values.getMin()),
                            " to ",
                            NumberText.of(values.getMax()),
                            ", which is too far to compute with")
                    .at(Place.of(series.source()).column(series.columns().get(column)))
                    .remedy("give it in a larger unit");
        }
    }
}
