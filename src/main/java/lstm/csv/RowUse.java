package lstm.csv;

/** What becomes of a row once its cells have been read. */
enum RowUse {
    /** It is left out of the series. */
    DROPPED,
    /** It is a row of the series, but its values will not be needed again. */
    COUNTED,
    /** It is a row of the series, and its values are kept. */
    KEPT
}
