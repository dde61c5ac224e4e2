package lstm.base;

/**
 * What a network is told about a history besides its last rows: numbers of order 1, the same for every segment of a
 * window.
 */
final class WindowFacts {
    /** How many there are. */
    static final int COUNT = 22;

    private WindowFacts() {}

    /** The facts of a history. */
    static float[] of(SeasonalHistory history) {
        int rows = history.rows();
        int m = history.season();
        int last = Math.max(0, rows - m);
        int before = Math.max(0, rows - 2 * m);
        int recent = Math.max(0, rows - Math.max(4, m / 6));
        double[] facts = {
            log2(m) / 4,
            m == 1 ? 1 : 0,
            m / 24.0,
            history.other() > 0 ? log2((double) history.other() / m) / 3 : 0,
            StrictMath.log(history.unit() / history.scale()),
            StrictMath.log(history.scale() / (Math.abs(history.center()) + history.scale())) / 2,
            Math.min(10, (double) rows / m) / 5,
            log2(rows) / 5 - 1,
            (history.mean(last, rows) - history.center()) / history.scale(),
            meanChange(history, last, rows),
            meanChange(history, before, last),
            meanChange(history, recent, rows),
            history.change(rows - 1),
            (history.value(rows - 1) - history.mean(last, rows)) / history.scale(),
            growth(history, last, before),
            correlation(history, 1),
            correlation(history, m == 1 ? 2 : m),
            shareOfZeros(history),
            shareOfWholes(history),
            isNeverNegative(history),
            persistence(history, 4),
            persistence(history, 16)
        };
        float[] clipped = new float[COUNT];
        for (int k = 0; k < COUNT; k++) {
            clipped[k] = (float) Math.max(-5, Math.min(5, facts[k]));
        }
        return clipped;
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }

    private static double meanChange(SeasonalHistory history, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += history.change(t);
        }
        return sum / Math.max(1, to - from);
    }

    /** Logarithm of the deviation in the last season over that in the one before. */
    private static double growth(SeasonalHistory history, int last, int before) {
        return history.season() == 1 || last - before < history.season()
                ? 0
                : StrictMath.log(deviation(history, last, history.rows()) / deviation(history, before, last));
    }

    private static double deviation(SeasonalHistory history, int from, int to) {
        double mean = history.mean(from, to);
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += (history.value(t) - mean) * (history.value(t) - mean);
        }
        return Math.sqrt(sum / (to - from)) + 1e-3 * history.scale();
    }

    /** Of the changes over a season. */
    private static double correlation(SeasonalHistory history, int lag) {
        double products = 0;
        double squares = 1e-9;
        for (int t = history.season() + lag; t < history.rows(); t++) {
            products += history.change(t) * history.change(t - lag);
            squares += history.change(t) * history.change(t);
        }
        return products / squares;
    }

    /**
     * Logarithm of the variance ratio of Lo and MacKinlay (1988): the mean square of the changes summed over a number
     * of rows, over that number times the mean square of one. Without a season it is 0 for a walk, less for values that
     * return to a level, and more for those that go on as they went.
     */
    private static double persistence(SeasonalHistory history, int rows) {
        double sums = 1e-9;
        double squares = 1e-9;
        double sum = 0;
        int count = 0;
        for (int t = history.season(); t < history.rows(); t++) {
            double change = history.change(t);
            squares += change * change;
            int left = t - rows;
            sum += change - (left < history.season() ? 0 : history.change(left));
            if (left >= history.season() - 1) {
                sums += sum * sum;
                count++;
            }
        }
        if (count < rows) {
            return 0;
        }
        double one = squares / (history.rows() - history.season());
        return StrictMath.log(sums / count / rows / one);
    }

    private static double shareOfZeros(SeasonalHistory history) {
        int count = 0;
        for (int t = 0; t < history.rows(); t++) {
            count += history.value(t) == 0 ? 1 : 0;
        }
        return (double) count / history.rows();
    }

    private static double shareOfWholes(SeasonalHistory history) {
        int count = 0;
        for (int t = 0; t < history.rows(); t++) {
            count += history.value(t) == Math.rint(history.value(t)) ? 1 : 0;
        }
        // Large values are whole without being counts.
        return history.center() > 1000 ? 0 : (double) count / history.rows();
    }

    private static double isNeverNegative(SeasonalHistory history) {
        for (int t = 0; t < history.rows(); t++) {
            if (history.value(t) < 0) {
                return 0;
            }
        }
        return 1;
    }
}
