package lstm.csv;

import lstm.series.Missing;

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
        private final int column;
        private final String name;
        private final Decimals decimals;
        private long numbers;
        private long missing;
        private long unreadable;
        private double min = Double.NaN;
        private double max = Double.NaN;

        Counter(int column, String name, Decimals decimals) {
            this.column = column;
            this.name = name;
            this.decimals = decimals;
        }

        void add(Row row) {
            String text = row.cell(column);
            if (Missing.isMissing(text)) {
                missing++;
                return;
            }
            double value = decimals.isAmbiguous(text) ? Double.NaN : decimals.parse(text);
            if (Double.isFinite(value)) {
                numbers++;
                min = numbers == 1 ? value : Math.min(min, value);
                max = numbers == 1 ? value : Math.max(max, value);
            } else {
                missing++;
                unreadable++;
            }
        }

        ColumnFacts facts() {
            return new ColumnFacts(name, numbers, missing, unreadable, min, max);
        }
    }
}
