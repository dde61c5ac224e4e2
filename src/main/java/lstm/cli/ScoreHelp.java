package lstm.cli;

/** What help says of scores. */
final class ScoreHelp {
    /** What the measures in a table of scores mean. */
    static final String MEASURES =
            "MAPE %% and sMAPE %% are errors in percent of the values, and of the mean of value and"
                    + " forecast. MASE and RMSSE divide the error by that of the naive forecast on the training rows: below 1 is"
                    + " better than naive was there. CRPS is the error of the intervals as a whole, in the unit of the data.%n";

    private ScoreHelp() {}
}
