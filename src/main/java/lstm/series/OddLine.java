package lstm.series;

/**
 * A line of a CSV that holds no row.
 *
 * @param line its number, from 1
 * @param text what stands in place of a date
 */
public record OddLine(long line, String text) {}
