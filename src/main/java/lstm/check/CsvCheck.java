package lstm.check;

import lstm.calendar.Calendar;
import lstm.calendar.CalendarCoverage;
import lstm.calendar.Step;
import lstm.csv.CsvSource;
import lstm.csv.CsvSurvey;
import lstm.error.LstmException;
import lstm.prepare.Profile;
import lstm.progress.ProgressListener;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;

/**
 * The findings of {@code check}.
 *
 * @param survey the file, gaps included
 * @param calendar of all its rows
 * @param coverage how well they fit it
 * @param missing the best way to treat cells without a number
 * @param rows the rows that are left with it
 * @param profile of the target in these rows
 * @param advice how to train on these rows
 */
public record CsvCheck(
        CsvSurvey survey,
        Calendar calendar,
        CalendarCoverage coverage,
        Missing missing,
        CsvSurvey.Rows rows,
        Profile profile,
        TrainingAdvice advice) {
    /**
     * Reads and checks a CSV.
     *
     * @param reading what the caller says of it
     * @throws LstmException if it cannot be read, or no row has all of its values
     */
    public static CsvCheck read(CsvSource source, ReadOptions reading) throws LstmException {
        return read(source, reading, ProgressListener.NONE);
    }

    /**
     * The same, followed by a listener.
     *
     * @throws java.util.concurrent.CancellationException if the listener or an interrupt of this thread stops it
     */
    public static CsvCheck read(CsvSource source, ReadOptions reading, ProgressListener listener) throws LstmException {
        return of(CsvSurvey.read(source, reading, listener), reading);
    }

    /**
     * Checks a file that was read.
     *
     * @param reading how it was read
     * @throws LstmException if no row has all of its values
     */
    public static CsvCheck of(CsvSurvey survey, ReadOptions reading) throws LstmException {
        Series all = survey.rows().series();
        Calendar written = Calendar.infer(all);
        Missing missing = missing(survey, written, reading.missing());
        CsvSurvey.Rows rows = survey.rows(missing);
        // On weekdays, rows that are left out may be holidays: then their days are closed.
        Calendar calendar = missing == Missing.DROP ? Calendar.infer(rows.series()) : written;
        Series covered = missing == Missing.DROP ? rows.series() : all;
        Profile profile = Profile.of(rows.series().column(0), calendar);
        return new CsvCheck(
                survey,
                calendar,
                CalendarCoverage.of(covered, calendar),
                missing,
                rows,
                profile,
                TrainingAdvice.of(rows.series()));
    }

    /** The rows that {@link #coverage} is about. */
    public CsvSurvey.Rows covered() {
        return missing == Missing.DROP ? rows : survey.rows();
    }

    /**
     * What the user asked for, or else: rows without a value are left out on weekdays, where they are holidays if they
     * come alone or in pairs, and if they are most of the rows; between others values are interpolated, so that the
     * steps stay even.
     */
    private static Missing missing(CsvSurvey survey, Calendar calendar, Missing asked) {
        if (survey.holeCount() == 0 || asked != Missing.ERROR) {
            return asked;
        }
        Series series = survey.rows().series();
        boolean most = survey.holeRows() > series.rows() / 2;
        boolean holidays = calendar.step() == Step.WEEKDAYS && longestHole(series) <= 2;
        return most || holidays ? Missing.DROP : Missing.INTERPOLATE;
    }

    private static int longestHole(Series series) {
        int longest = 0;
        int length = 0;
        for (int row = 0; row < series.rows(); row++) {
            boolean hole = false;
            for (double[] column : series.values()) {
                hole |= Double.isNaN(column[row]);
            }
            length = hole ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
