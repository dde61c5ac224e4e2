package lstm.cli;

import lstm.file.UserException;
import lstm.prepare.Profile;
import lstm.series.Calendar;
import lstm.series.Coverage;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.Step;
import lstm.series.Survey;

/**
 * What {@code check} finds in a CSV.
 *
 * @param survey the file as it is
 * @param calendar of all its rows
 * @param coverage how far they keep it
 * @param missing what is best done about cells without a number
 * @param rows what that leaves
 * @param profile of the target in these rows
 * @param advice how to train on them
 */
record Findings(
        Survey survey,
        Calendar calendar,
        Coverage coverage,
        Missing missing,
        Survey.Rows rows,
        Profile profile,
        Advice advice) {
    /**
     * Looks at a file.
     *
     * @param reading what the user said of it
     * @param columns the part of that which names columns
     * @param file its name as typed
     * @throws UserException if no row has all of its values
     */
    static Findings of(Survey survey, ReadOptions reading, SeriesOptions columns, String file) throws UserException {
        Series all = survey.rows().series();
        Calendar written = Calendar.infer(all);
        Missing missing = missing(survey, written, reading.missing());
        Survey.Rows rows = survey.under(missing);
        // On weekdays, rows that are left out may be holidays: then their days are closed.
        Calendar calendar = missing == Missing.DROP ? Calendar.infer(rows.series()) : written;
        Series covered = missing == Missing.DROP ? rows.series() : all;
        Profile profile = Profile.of(rows.series().column(0), calendar);
        return new Findings(
                survey,
                calendar,
                Coverage.of(covered, calendar),
                missing,
                rows,
                profile,
                Advice.of(rows.series(), profile, missing, reading, columns, file));
    }

    /** The rows whose stamps {@link #coverage} speaks of. */
    Survey.Rows covered() {
        return missing == Missing.DROP ? rows : survey.rows();
    }

    /**
     * What the user asked for, or else: rows without a value are left out on weekdays, where they are holidays if they
     * come alone or in pairs, and if they are most of the rows; between others values are interpolated, so that the
     * steps stay even.
     */
    private static Missing missing(Survey survey, Calendar calendar, Missing asked) {
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
