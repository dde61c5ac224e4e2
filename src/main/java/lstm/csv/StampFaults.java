package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;

/** Failures about the dates of a CSV. */
final class StampFaults {
    private StampFaults() {}

    /**
     * A row without a date.
     *
     * @param column name of the date column
     * @param text what it holds instead
     * @param patterns how the dates above are written; empty if there are none
     */
    static LstmException noDate(Row row, String column, String text, List<String> patterns) {
        LstmException failure = text.isEmpty()
                ? LstmException.data("the date is missing")
                : LstmException.data(LstmException.quote(text), " is not a date");
        String line = "delete line " + row.line();
        LstmException refusal = patterns.isEmpty()
                ? failure.remedy(
                        "fix it or ",
                        line,
                        ", name the date column with ",
                        Setting.DATE,
                        " or its format with ",
                        Setting.DATE_FORMAT,
                        ", or number the rows with ",
                        Setting.DATE.to(RequestedColumns.NO_DATES))
                : failure.remedy("write it like the dates above: ", String.join(" or ", patterns), ", or ", line);
        return refusal.at(row.place().column(column));
    }

    /** Two digits that are a year or a day. */
    static LstmException yearOrDay(String text, DateFormat form, Place place) {
        return LstmException.data(LstmException.quote(text), " may end in a year or a day, and no other month tells")
                .remedy(
                        "add ",
                        Setting.DATE_FORMAT.to(form.pattern()),
                        " if it is the year; if it is the day, write the year as well")
                .at(place);
    }

    /**
     * A date that can be read in several ways.
     *
     * @param readings it, read in each way
     * @param possible the formats that are left
     */
    static LstmException ambiguous(String text, List<String> readings, List<DateFormat> possible, Place place) {
        List<Object> remedy = new ArrayList<>(List.of("add "));
        for (DateFormat form : possible) {
            remedy.add(Setting.DATE_FORMAT.to(form.pattern()));
            remedy.add(" or ");
        }
        remedy.remove(remedy.size() - 1);
        List<String> distinct = readings.stream().distinct().toList();
        return LstmException.data(
                        LstmException.quote(text),
                        " may be ",
                        String.join(" or ", distinct),
                        ", and no other date tells")
                .remedy(remedy.toArray())
                .at(place);
    }
}
