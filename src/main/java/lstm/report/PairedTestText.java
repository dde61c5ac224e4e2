package lstm.report;

import java.math.BigDecimal;
import java.math.MathContext;
import lstm.model.Method;
import lstm.model.PairedTest;

/** A test of two forecasts in words. */
final class PairedTestText {
    private static final double LEAST_SHOWN = 0.001;

    private PairedTestText() {}

    /** The first forecast beside another: {@code significantly better than naive (p = 0.012)}. */
    static String of(PairedTest test, Method other) {
        String p = " (" + probability(test.pValue()) + ")";
        if (test.statistic() == 0) {
            return "as good as " + other + p;
        }
        String side = (test.statistic() < 0 ? "better than " : "worse than ") + other;
        return test.isHardlyChance() ? "significantly " + side + p : side + ", but not significantly" + p;
    }

    /** Of a difference that is known to be in favor of the other: {@code but not significantly (p = 0.12)}. */
    static String significance(PairedTest test) {
        return (test.isHardlyChance() ? "significantly (" : "but not significantly (") + probability(test.pValue())
                + ")";
    }

    private static String probability(double pValue) {
        if (pValue < LEAST_SHOWN) {
            return "p < " + LEAST_SHOWN;
        }
        BigDecimal rounded = new BigDecimal(pValue).round(new MathContext(2));
        return "p = " + (pValue == 1 ? "1" : rounded.toPlainString());
    }
}
