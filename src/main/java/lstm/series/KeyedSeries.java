package lstm.series;

/**
 * A series of a table.
 *
 * @param key that tells it from the others
 * @param series its rows, oldest first
 */
public record KeyedSeries(SeriesKey key, Series series) {}
