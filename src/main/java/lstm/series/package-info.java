/**
 * A series as it is read from CSV: columns of numbers over time stamps, and the calendar they keep. A
 * {@link lstm.series.Source} is opened, {@link lstm.series.CsvReader} makes a {@link lstm.series.Series} of it, and
 * {@link lstm.series.Calendar} says which stamps come next.
 */
package lstm.series;
