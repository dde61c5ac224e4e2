package lstm.csv;

import lstm.series.Missing;

/**
 * What stands in one numeric column of a CSV.
 *
 * @param name of the column
 * @param numbers how many cells hold one
 * @param missing how many do not
 * @param unreadable how many of those hold something else than a word for a missing value
 * @param min least number, NaN if there is none
 * @param max greatest number, NaN if there is none
 */
public record ColumnFacts(String name, long numbers, long missing, long unreadable, double min, double max) {
    /** Gathers the facts of a column row by row. */
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
