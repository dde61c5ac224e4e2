package lstm.csv;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.SeriesNote;
import lstm.series.StampKind;

/** Columns of plain numbers that may be dates: seconds since 1970, days of a spreadsheet, years, years with months. */
final class NumberDates {
    private enum Reading {
        DATES,
        DOUBT,
        /** Numbers that could be years in a column with another name. */
        HINT,
        NUMBERS
    }

    private final Header header;
    private final List<DateSample> samples;

    /** @param samples of columns that read as dates in one of {@link NumberDateFormat#ALL} */
    NumberDates(Header header, List<DateSample> samples) {
        this.header = header;
        this.samples = samples;
    }

    /** The columns that are dates. */
    Stream<DateSample> clear() {
        return of(Reading.DATES);
    }

    /** Why rows are numbered, if a column could be years. */
    Optional<SeriesNote> note() {
        return of(Reading.HINT).findFirst().map(dates -> new SeriesNote.RowsNumbered(name(dates)));
    }

    /**
     * Refuses a column that may be dates or numbers.
     *
     * @param rows the first of the file
     */
    void refuseDoubt(List<Row> rows) throws LstmException {
        Optional<DateSample> doubt = of(Reading.DOUBT).findFirst();
        if (doubt.isPresent()) {
            DateSample dates = doubt.get();
            String cell = dates.columns().text(rows.get(0));
            DateFormat form = dates.forms().get(0);
            StampCandidate candidate = new StampCandidate(form);
            throw LstmException.data(
                            LstmException.quote(cell), " may be the date ", candidate.text(cell), " or a plain number")
                    .remedy(
                            "add ",
                            Setting.DATE.to(name(dates)),
                            " ",
                            Setting.DATE_FORMAT.to(form.pattern()),
                            " for dates, or ",
                            Setting.DATE.to(RequestedColumns.NO_DATES),
                            " to number the rows")
                    .at(rows.get(0).place().column(name(dates)));
        }
    }

    private Stream<DateSample> of(Reading wanted) {
        return samples.stream().filter(dates -> reading(dates) == wanted);
    }

    private Reading reading(DateSample dates) {
        NumberDateFormat form = (NumberDateFormat) dates.forms().get(0);
        boolean named = DateNames.isDate(name(dates));
        boolean steady = dates.isStrict() && dates.isRegular() && dates.stamps().length > 2;
        if (name(dates).isEmpty() || dates.isConstant()) {
            return Reading.NUMBERS;
        } else if (form.isEpoch()) {
            return named ? Reading.DATES : steady ? Reading.DOUBT : Reading.NUMBERS;
        }
        return switch (form.unit()) {
            case EXCEL -> named && steady ? Reading.DATES : named && dates.isStrict() ? Reading.DOUBT : Reading.NUMBERS;
            case YEAR -> named && dates.isStrict() ? Reading.DATES : steady ? Reading.HINT : Reading.NUMBERS;
            default -> named || steady && passesYear(dates) ? Reading.DATES : steady ? Reading.HINT : Reading.NUMBERS;
        };
    }

    /** A counter does not jump from the twelfth month to the first. */
    private static boolean passesYear(DateSample dates) {
        long first = dates.stamps()[0];
        long last = dates.stamps()[dates.stamps().length - 1];
        return StampKind.time(first).getYear() != StampKind.time(last).getYear();
    }

    private String name(DateSample dates) {
        return dates.columns().name(header);
    }
}
