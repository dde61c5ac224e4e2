package lstm.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lstm.model.Method;
import lstm.model.PairedTest;
import org.junit.jupiter.api.Test;

class PairedTestTextTest {
    @Test
    void itSaysWhichIsBetterAndWhetherSignificantly() {
        assertEquals("significantly better than naive (p = 0.012)", text(-2.6, 0.0123));
        assertEquals("better than naive, but not significantly (p = 0.40)", text(-0.8, 0.4));
        assertEquals("significantly worse than naive (p < 0.001)", text(5, 1e-9));
        assertEquals("worse than naive, but not significantly (p = 0.050)", text(2, 0.05));
        assertEquals("as good as naive (p = 1)", text(0, 1));
    }

    @Test
    void itNamesTheOtherForecast() {
        assertEquals(
                "worse than seasonal naive, but not significantly (p = 0.30)",
                PairedTestText.of(new PairedTest(2, 0.3), Method.SEASONAL_NAIVE));
    }

    private static String text(double statistic, double pValue) {
        return PairedTestText.of(new PairedTest(statistic, pValue), Method.NAIVE);
    }
}
