package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which forecasts compare settings. */
class ComparisonOriginsTest {
    private static ComparisonOrigins of(int series, int rows, int horizon) {
        return ComparisonOrigins.of(series, rows, horizon).orElseThrow();
    }

    @Test
    void aLongSeriesIsForecastOverItsLastTenthByOneNetwork() {
        ComparisonOrigins origins = of(1, 10_000, 50);
        assertEquals(1, origins.trainings());
        assertEquals(36, origins.number());
        assertTrue(origins.span() + 50 <= 1_000 && origins.span() > 900);
    }

    @Test
    void aSeriesOfFewHorizonsIsForecastInThreePartsByAsManyNetworks() {
        ComparisonOrigins origins = of(1, 200, 12);
        assertEquals(new ComparisonOrigins(36, 1, 12), origins);
        assertEquals(3, origins.trainings());
    }

    @Test
    void fewerThanSixForecastsThatDoNotOverlapCompareNothing() {
        assertTrue(ComparisonOrigins.of(1, 144, 12).isPresent());
        assertEquals(Optional.empty(), ComparisonOrigins.of(1, 143, 12));
        assertEquals(Optional.empty(), ComparisonOrigins.of(1, 11, 1));
        assertEquals(Optional.empty(), ComparisonOrigins.of(400, 23, 12));
    }

    @Test
    void severalSeriesHaveFewerOfEach() {
        assertEquals(2, of(2, 100, 12).trainings());
        assertEquals(1, of(3, 100, 12).trainings());
        assertEquals(new ComparisonOrigins(13, 1, 13), of(400, 100, 12));
        assertEquals(new ComparisonOrigins(1, 1, 1), of(6, 24, 12));
    }

    @Test
    void nothingOverflows() {
        assertEquals(Optional.empty(), ComparisonOrigins.of(1, Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(36, of(1_000_000, Integer.MAX_VALUE, 1).number());
    }
}
