/**
 * Reading and surveying CSV: a {@link lstm.csv.CsvSource} is opened, {@link lstm.csv.CsvReader} makes a
 * {@link lstm.series.Series} of it, and a {@link lstm.csv.CsvSurvey} describes the file as it is, gaps included.
 */
package lstm.csv;
