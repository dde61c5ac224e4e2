package lstm.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExactSumTest {
    private static double sum(double... parts) {
        ExactSum sum = new ExactSum();
        for (double part : parts) {
            sum.add(part);
        }
        return sum.value();
    }

    @Test
    void itIsRoundedOnce() {
        assertEquals(1, sum(1e300, 1, -1e300));
        assertEquals(0.3, sum(0.1, 0.1, 0.1), Math.ulp(0.3));
        assertEquals(0, sum());
    }

    @Test
    void theOrderDoesNotMatter() {
        assertEquals(sum(1e16, 1, 1, 1), sum(1, 1, 1, 1e16));
        assertEquals(1e16 + 4, sum(1, 1e16, 1, 1));
    }
}
