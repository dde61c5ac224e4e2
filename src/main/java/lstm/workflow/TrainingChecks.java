package lstm.workflow;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.model.Settings;
import lstm.prepare.PositiveValues;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.text.NumberText;

/** Whether a series can be trained on: checked before the slow part. */
public final class TrainingChecks {
    /** A column's values may lie so far apart; then there is room for forecasts and errors beyond them. */
    private static final double WIDEST = 1e300;

    private TrainingChecks() {}

    /** Refuses series that cannot be trained on together; one alone as below. */
    public static void check(List<Series> files, Settings settings) throws LstmException {
        if (files.size() == 1) {
            check(files.get(0), settings);
            return;
        }
        checkResidual(settings);
        PreparationPlan plan = settings.plan();
        long least = least(settings.lookback() + plan.transformLag() + plan.outputSteps(), settings);
        for (Series series : files) {
            if (series.rows() < least) {
                throw new LstmException(
                        Kind.DATA,
                        series.source() + ": has " + NumberText.rows(series.rows()) + ", and a window of "
                                + settings.lookback() + " needs at least " + least
                                + "; leave the file out, or use a smaller --lookback");
            }
            checkMasked(series, settings);
            checkValues(series, plan);
        }
    }

    /** The fewest rows of a series that leave so many of them to train on. */
    private static long least(int window, Settings settings) {
        int rows = window;
        while (rows < Integer.MAX_VALUE
                && rows
                                - Split.heldRows(
                                        settings.validation(),
                                        rows,
                                        settings.plan().outputSteps())
                        < window) {
            rows++;
        }
        return rows;
    }

    /** Refuses a series that is too short for the settings, or whose values cannot be scaled. */
    public static void check(Series series, Settings settings) throws LstmException {
        checkResidual(settings);
        int rows = series.rows();
        long least = Split.leastRows(settings.lookback(), settings.plan());
        if (rows < least) {
            int longest = Split.longestLookback(rows, settings.plan());
            throw new LstmException(
                    Kind.DATA,
                    series.source() + ": has " + NumberText.rows(rows) + ", needs at least " + least + "; "
                            + (longest >= 1 ? "use --lookback " + longest : "add rows"));
        }
        if (Split.holdingOut(settings.validation(), rows, settings.plan().outputSteps())
                        .trainRows()
                < settings.lookback()
                        + settings.plan().transformLag()
                        + settings.plan().outputSteps()) {
            throw new LstmException(
                    Kind.USAGE,
                    "--validation " + settings.validation() + " leaves no window of " + settings.lookback()
                            + " rows to train on; hold out less");
        }
        checkMasked(series, settings);
        checkValues(series, settings.plan());
    }

    private static void checkResidual(Settings settings) throws LstmException {
        for (int rows : settings.plan().residual()) {
            if (rows > settings.lookback()) {
                throw new LstmException(
                        Kind.USAGE,
                        "--residual " + rows + " reaches back further than --lookback " + settings.lookback()
                                + "; use --lookback " + rows + " or more");
            }
        }
    }

    /** Refuses values that cannot be transformed or scaled. */
    public static void checkValues(Series series, PreparationPlan plan) throws LstmException {
        PositiveValues.check(series, plan);
        for (int k = 0; k < series.columns().size(); k++) {
            checkSpan(series, k);
        }
    }

    /** Some window must be free of masked rows. */
    private static void checkMasked(Series series, Settings settings) throws LstmException {
        int trainRows = Split.holdingOut(
                        settings.validation(), series.rows(), settings.plan().outputSteps())
                .trainRows();
        int around = settings.plan().transformLag() + settings.plan().outputSteps();
        int longest = 0;
        for (int from = series.masked().nextClearBit(0); from < trainRows; ) {
            int hit = series.masked().nextSetBit(from);
            int to = hit < 0 ? trainRows : Math.min(trainRows, hit);
            longest = Math.max(longest, to - from);
            from = series.masked().nextClearBit(to);
        }
        if (longest < settings.lookback() + around) {
            throw new LstmException(
                    Kind.DATA,
                    series.source() + ": every window of " + settings.lookback()
                            + " rows to train on touches a masked row; use "
                            + (longest > around ? "--lookback " + (longest - around) + " or " : "")
                            + "--missing interpolate");
        }
    }

    private static void checkSpan(Series series, int column) throws LstmException {
        DoubleSummaryStatistics values = Arrays.stream(series.column(column)).summaryStatistics();
        if (values.getMax() - values.getMin() > WIDEST) {
            throw new LstmException(
                    Kind.DATA,
                    series.source() + ": column "
                            + LstmException.quote(series.columns().get(column)) + " runs from "
                            + NumberText.of(values.getMin()) + " to " + NumberText.of(values.getMax())
                            + ", which is too far to compute with; give it in a larger unit");
        }
    }
}
