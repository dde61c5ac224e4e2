package lstm.promises;

import java.util.List;

/**
 * The straight line that lies nearest to measured points, and how sure its slope is.
 *
 * @param slope in units of y by units of x
 * @param error standard error of the slope, corrected for residuals that follow on one another
 * @param span of x from the first point to the last
 */
record Line(double slope, double error, double span) {
    /** Two-sided 95 % of a normal distribution; there are dozens of points. */
    private static final double WIDTH = 1.96;

    /** Least squares through at least 10 points {x, y}, in order of x. */
    static Line through(List<double[]> points) {
        int n = points.size();
        if (n < 10) {
            throw new IllegalArgumentException(n + " points are too few");
        }
        double meanX = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double meanY = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double xx = points.stream()
                .mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX))
                .sum();
        double slope = points.stream()
                        .mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY))
                        .sum()
                / xx;
        double[] left = points.stream()
                .mapToDouble(p -> p[1] - meanY - slope * (p[0] - meanX))
                .toArray();
        double squares = 0;
        double neighbours = 0;
        for (int k = 0; k < n; k++) {
            squares += left[k] * left[k];
            neighbours += k == 0 ? 0 : left[k] * left[k - 1];
        }
        // Autocorrelated residuals carry less information than independent ones.
        double follow = squares == 0 ? 0 : Math.min(0.9, Math.max(0, neighbours / squares));
        double independent = n * (1 - follow) / (1 + follow);
        double error = Math.sqrt(squares / Math.max(1, independent - 2) / (xx * independent / n));
        return new Line(slope, error, points.get(n - 1)[0] - points.get(0)[0]);
    }

    /** What y grows over the span at the most, 97.5 % sure. */
    double mostGrowth() {
        return (slope + WIDTH * error) * span;
    }

    /** What y grows over the span at the least, 97.5 % sure. */
    double leastGrowth() {
        return (slope - WIDTH * error) * span;
    }
}
