package lstm.csv;

import lstm.series.DecimalSign;

/**
 * Statistics of a numeric column of a CSV.
 *
 * @param name of the column
 * @param numbers number of cells with a number
 * @param missing number of cells without a number
 * @param unreadable number of those that contain other text than a marker of a missing value
 * @param min smallest number; NaN if there is none
 * @param max largest number; NaN if there is none
 */
public record ColumnFacts(String name, long numbers, long missing, long unreadable, double min, double max) {
    /** Collects the statistics row by row. */
    static final class Counter {
        private final NumberColumn cells;
        private final Range first = new Range();
        private final Range second = new Range();
        private long numbers;
        private long missing;
        private long unreadable;

        Counter(NumberColumn cells) {
            this.cells = cells;
        }

        /** Counts the cell that the column has read last. */
        void add() {
            double value = cells.value();
            if (Double.isNaN(value)) {
                missing++;
                boolean said = cells.problem() == CellProblem.MISSING || cells.problem() == CellProblem.MARK;
                unreadable += said ? 0 : 1;
                return;
            }
            numbers++;
            first.add(value);
            second.add(cells.second());
        }

        int column() {
            return cells.index();
        }

        /**
         * The statistics.
         *
         * @param decimal the decimal sign of the file, which may be null
         */
        ColumnFacts facts(DecimalSign decimal) {
            DecimalSign own = cells.evidence().decimal();
            Range range = (own == null ? decimal : own) == DecimalSign.COMMA ? second : first;
            return new ColumnFacts(cells.name(), numbers, missing, unreadable, range.min, range.max);
        }
    }

    private static final class Range {
        private double min = Double.NaN;
        private double max = Double.NaN;

        void add(double value) {
            min = Double.isNaN(min) ? value : Math.min(min, value);
            max = Double.isNaN(max) ? value : Math.max(max, value);
        }
    }
}
