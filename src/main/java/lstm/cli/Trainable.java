package lstm.cli;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.model.Settings;
import lstm.prepare.Plan;
import lstm.prepare.Split;
import lstm.report.Figures;
import lstm.series.Series;

/** Whether a series can be trained on: checked before the slow part. */
final class Trainable {
    /** A column's values may lie so far apart; then there is room for forecasts and errors beyond them. */
    private static final double WIDEST = 1e300;

    private Trainable() {}

    /** Refuses series that cannot be trained on together; one alone as below. */
    static void check(List<Series> files, Settings settings) throws UserException {
        if (files.size() == 1) {
            check(files.get(0), settings);
            return;
        }
        checkResidual(settings);
        Plan plan = settings.plan();
        long least = least(settings.lookback() + plan.lead() + plan.head(), settings);
        for (Series series : files) {
            if (series.rows() < least) {
                throw new UserException(
                        Kind.DATA,
                        series.source() + ": has " + Figures.rows(series.rows()) + ", and a window of "
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
                                        settings.plan().head())
                        < window) {
            rows++;
        }
        return rows;
    }

    /** Refuses a series that is too short for the settings, or whose values cannot be scaled. */
    static void check(Series series, Settings settings) throws UserException {
        checkResidual(settings);
        int rows = series.rows();
        long least = Split.leastRows(settings.lookback(), settings.plan());
        if (rows < least) {
            int longest = Split.longestLookback(rows, settings.plan());
            throw new UserException(
                    Kind.DATA,
                    series.source() + ": has " + Figures.rows(rows) + ", needs at least " + least + "; "
                            + (longest >= 1 ? "use --lookback " + longest : "add rows"));
        }
        if (Split.holdingOut(settings.validation(), rows, settings.plan().head())
                        .trainRows()
                < settings.lookback() + settings.plan().lead() + settings.plan().head()) {
            throw new UserException(
                    Kind.USAGE,
                    "--validation " + settings.validation() + " leaves no window of " + settings.lookback()
                            + " rows to train on; hold out less");
        }
        checkMasked(series, settings);
        checkValues(series, settings.plan());
    }

    private static void checkResidual(Settings settings) throws UserException {
        for (int rows : settings.plan().residual()) {
            if (rows > settings.lookback()) {
                throw new UserException(
                        Kind.USAGE,
                        "--residual " + rows + " reaches back further than --lookback " + settings.lookback()
                                + "; use --lookback " + rows + " or more");
            }
        }
    }

    /** Refuses values that cannot be transformed or scaled. */
    static void checkValues(Series series, Plan plan) throws UserException {
        Positive.check(series, plan);
        for (int k = 0; k < series.columns().size(); k++) {
            checkSpan(series, k);
        }
    }

    /** Some window must be free of masked rows. */
    private static void checkMasked(Series series, Settings settings) throws UserException {
        int trainRows = Split.holdingOut(
                        settings.validation(), series.rows(), settings.plan().head())
                .trainRows();
        int around = settings.plan().lead() + settings.plan().head();
        int longest = 0;
        for (int from = series.masked().nextClearBit(0); from < trainRows; ) {
            int hit = series.masked().nextSetBit(from);
            int to = hit < 0 ? trainRows : Math.min(trainRows, hit);
            longest = Math.max(longest, to - from);
            from = series.masked().nextClearBit(to);
        }
        if (longest < settings.lookback() + around) {
            throw new UserException(
                    Kind.DATA,
                    series.source() + ": every window of " + settings.lookback()
                            + " rows to train on touches a masked row; use "
                            + (longest > around ? "--lookback " + (longest - around) + " or " : "")
                            + "--missing interpolate");
        }
    }

    private static void checkSpan(Series series, int column) throws UserException {
        DoubleSummaryStatistics values = Arrays.stream(series.column(column)).summaryStatistics();
        if (values.getMax() - values.getMin() > WIDEST) {
            throw new UserException(
                    Kind.DATA,
                    series.source() + ": column "
                            + UserException.quote(series.columns().get(column)) + " runs from "
                            + Figures.of(values.getMin()) + " to " + Figures.of(values.getMax())
                            + ", which is too far to compute with; give it in a larger unit");
        }
    }
}
