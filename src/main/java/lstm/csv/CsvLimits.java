package lstm.csv;

/**
 * Limits on a CSV, so that a hostile or broken one is refused before it fills the memory.
 *
 * @param recordChars characters of one record; the reader's buffer of 8,192 characters may come on top
 * @param columns fields of the header
 * @param sampleRows rows inspected to choose the columns
 */
record CsvLimits(int recordChars, int columns, int sampleRows) {
    static final CsvLimits DEFAULT = new CsvLimits(1 << 20, 10_000, 100);

    /** For tables in which each column is a series, or a row is one with all its values. */
    static final CsvLimits MANY_COLUMNS = new CsvLimits(1 << 22, 200_000, 100);

    CsvLimits {
        if (recordChars < 1 || columns < 1 || sampleRows < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }
}
