package lstm.forecast;

/**
 * The errors on one side of the forecast, estimated from all steps together: their share of all errors, and their root
 * mean square, which for step s (from 1) is {@code scale} s^{@code power}. The power lies between 0 (errors that do not
 * grow) and 1 (a trend that is missed).
 *
 * @param scale NaN if there is no error on either side, 0 if there is none on this one
 */
record ErrorSpread(double share, double scale, double power) {
    private static final double SQUARE_ROOT = 0.5;

    /** Fits a line to the logarithms of the root mean squares, each step weighted by its number of errors. */
    static ErrorSpread of(ConformalEnds[] steps, boolean above) {
        double all = 0;
        double counts = 0;
        double weights = 0;
        double meanX = 0;
        double meanY = 0;
        for (int step = 0; step < steps.length; step++) {
            all += steps[step].size();
            counts += steps[step].count(above);
            double weight = weight(steps[step], above);
            weights += weight;
            meanX += weight * Math.log(step + 1);
            meanY += weight > 0 ? weight * log(steps[step], above) : 0;
        }
        double share = counts / Math.max(1, all);
        if (weights == 0) {
            return new ErrorSpread(share, all > 0 ? 0 : Double.NaN, SQUARE_ROOT);
        }
        double power = power(steps, above, meanX / weights, meanY / weights);
        double squares = 0;
        for (int step = 0; step < steps.length; step++) {
            squares += steps[step].squares(above) / Math.pow(step + 1, 2 * power);
        }
        return new ErrorSpread(share, Math.sqrt(squares / weights), power);
    }

    private static double power(ConformalEnds[] steps, boolean above, double meanX, double meanY) {
        double products = 0;
        double squares = 0;
        for (int step = 0; step < steps.length; step++) {
            double weight = weight(steps[step], above);
            double x = Math.log(step + 1) - meanX;
            products += weight > 0 ? weight * x * (log(steps[step], above) - meanY) : 0;
            squares += weight * x * x;
        }
        return squares > 0 ? Math.max(0, Math.min(1, products / squares)) : SQUARE_ROOT;
    }

    private static double weight(ConformalEnds step, boolean above) {
        return step.squares(above) > 0 ? step.count(above) : 0;
    }

    private static double log(ConformalEnds step, boolean above) {
        return Math.log(step.squares(above) / step.count(above)) / 2;
    }

    /** Root mean square of the errors of a step, from 0. */
    double at(int step) {
        return scale * Math.pow(step + 1, power);
    }
}
