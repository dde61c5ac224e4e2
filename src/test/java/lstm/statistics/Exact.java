package lstm.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The same statistics to fifty digits, by their definitions, and the columns they are tried on. */
final class Exact {
    private static final MathContext DIGITS = new MathContext(50);

    private Exact() {}

    static BigDecimal mean(double[] values) {
        return Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.length), DIGITS);
    }

    static double deviation(double[] values) {
        return products(values, values, mean(values), mean(values))
                .divide(BigDecimal.valueOf(values.length), DIGITS)
                .sqrt(DIGITS)
                .doubleValue();
    }

    /** Sum of (a - meanOfA) (b - meanOfB). */
    static BigDecimal products(double[] a, double[] b, BigDecimal meanOfA, BigDecimal meanOfB) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < a.length; k++) {
            BigDecimal product =
                    new BigDecimal(a[k]).subtract(meanOfA).multiply(new BigDecimal(b[k]).subtract(meanOfB), DIGITS);
            sum = sum.add(product, DIGITS);
        }
        return sum;
    }

    /** Columns of moderate size: noise, a constant, one value, a level far above the changes, a trend. */
    static List<double[]> moderate() {
        return List.of(
                noise(200, 0, 1),
                noise(7, -3, 0.5),
                noise(1000, 1e6, 1),
                new double[] {0.1, 0.1, 0.1},
                new double[] {42},
                new double[5],
                new double[] {1, 2, 3, 4, 5, 6, 7, 8});
    }

    /** Columns whose squares or sums overflow, or vanish. */
    static List<double[]> extreme() {
        return List.of(
                noise(50, 0, 1e200),
                new double[] {1e307, -1e307, 5e307, 2e307},
                noise(50, 0, 1e-200),
                noise(50, 0, 1e-300),
                new double[] {1e-310, 3e-310, 2e-310});
    }

    private static double[] noise(int count, double level, double size) {
        Random random = new Random(count);
        return random.doubles(count)
                .map(share -> level + size * (2 * share - 1))
                .toArray();
    }
}
