/**
 * A series as it is read from CSV: columns of numbers over time stamps, and the calendar they keep. A
 * {@link lstm.series.Source} is opened, {@link lstm.series.CsvReader} makes a {@link lstm.series.Series} of it, and
 * {@link lstm.series.Calendar} says which stamps come next, with the hours and holidays that the stamps show. A
 * {@link lstm.series.Survey} is the same CSV as it is, with what is missing in it.
 */
package lstm.series;
