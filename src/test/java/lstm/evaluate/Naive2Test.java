package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Naive2Test {
    private static final double[] SEASON = {0.5, 1.5, 0.8, 1.2};

    private static double[] values(double slope) {
        return IntStream.range(0, 40)
                .mapToDouble(k -> (100 + slope * k) * SEASON[k % 4])
                .toArray();
    }

    @Test
    void aSeasonIsTakenOutAndPutBack() {
        Naive2 fitted = Naive2.fit(values(0), 40, 4);

        for (int step = 1; step <= 9; step++) {
            assertEquals(100 * SEASON[(39 + step) % 4], fitted.forecast(values(0), 39, step), 1e-9);
        }
    }

    @Test
    void theLastLevelIsRepeated() {
        Naive2 fitted = Naive2.fit(values(1), 40, 4);

        assertEquals(139 * SEASON[0], fitted.forecast(values(1), 39, 1), 1);
    }

    @Test
    void withoutASignificantSeasonItIsNaive() {
        double[] line =
                IntStream.range(0, 40).mapToDouble(k -> k % 7 == 3 ? 5 : 4).toArray();

        assertEquals(line[39], Naive2.fit(line, 40, 4).forecast(line, 39, 3));
        assertEquals(values(0)[10], Naive2.fit(values(0), 11, 4).forecast(values(0), 10, 1));
        double[] same = new double[40];
        assertEquals(0, Naive2.fit(same, 40, 4).forecast(same, 39, 1));
    }
}
