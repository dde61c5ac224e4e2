package lstm.evaluate;

/**
 * The straight line of least squares through values at 0, 1, 2 and so on.
 *
 * @param start its value at 0
 * @param slope its change per place
 */
record Line(double start, double slope) {
    /** @param values at least 1, not modified */
    static Line through(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double product = 0;
        double square = 0;
        for (int k = 0; k < values.length; k++) {
            product += (k - middle) * (values[k] - mean);
            square += (k - middle) * (k - middle);
        }
        double slope = square == 0 ? 0 : product / square;
        return new Line(mean - slope * middle, slope);
    }

    double at(double place) {
        return start + slope * place;
    }
}
