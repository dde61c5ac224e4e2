package lstm.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.base.OpenBaseNetworks;
import lstm.base.SeasonPair;
import lstm.calendar.Calendar;
import lstm.model.BaseFit;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import org.junit.jupiter.api.Test;

/** The base network as one method among others. */
class BaseMethodTest {
    private static final int ROWS = 1_700;
    private static final BaseFit FIT = new BaseFit(new SeasonPair(7, 0), Optional.empty());
    private static final BaseMethod METHOD = new BaseMethod(FIT, Optional.empty());

    private static double[] weeks(int rows) {
        return IntStream.range(0, rows)
                .mapToDouble(t -> 50 + 9 * StrictMath.sin(t * 2 * Math.PI / 7) + t * 31 % 11 / 5.0)
                .toArray();
    }

    @Test
    void aForecastDependsOnTheRowsItRemembersAlone() {
        double[] values = weeks(ROWS);
        int[] rows = {1_600, 1_650, ROWS};
        double[][] together = METHOD.forecasts(values, rows, 9);
        for (int k = 0; k < rows.length; k++) {
            double[] last = Arrays.copyOfRange(values, rows[k] - METHOD.fit().memory(), rows[k]);
            assertArrayEquals(together[k], METHOD.forecast(last, last.length, 9));
        }
        assertEquals(values[rows[0]], together[0][0], 4);
    }

    @Test
    void aNetworkThatStaysOpenForecastsTheSameBitsUntilItsOwnerClosesIt() {
        double[] values = weeks(80);
        BaseMethod shared;
        try (OpenBaseNetworks open = new OpenBaseNetworks()) {
            shared = new BaseMethod(FIT, Optional.of(open));
            for (int row : new int[] {1, 40, 80}) {
                assertArrayEquals(METHOD.forecast(values, row, 60), shared.forecast(values, row, 60));
            }
        }
        assertThrows(IllegalStateException.class, () -> shared.forecast(values, 80, 1));
    }

    @Test
    void shortHistoriesAndHugeValuesHaveFiniteForecasts() {
        for (double[] values : List.of(new double[] {3}, new double[] {3, 3, 3}, new double[] {1e300, -1e300, 1e305})) {
            double[] forecast = METHOD.forecast(values, values.length, 60);
            assertEquals(60, forecast.length);
            assertEquals(60, Arrays.stream(forecast).filter(Double::isFinite).count(), Arrays.toString(forecast));
        }
    }

    @Test
    void theSeasonIsThatOfTheTrainingRowsUnlessAnotherIsChosen() {
        double[][] one = {weeks(200)};
        for (int season : new int[] {1, 5, 7}) {
            List<FittedBaselines> usual = BaselineFit.of(one, new BitSet(), 150, season, 20);
            FittedBaselines fitted = BaselineFit.withBase(
                            usual, one, new BitSet(), 150, new BaseExtent(Calendar.ROWS, Optional.empty(), true))
                    .get(0);
            assertEquals(season, fitted.base().orElseThrow().seasons().main());
            assertEquals(
                    Method.BASE,
                    Baseline.of(fitted).get(Baseline.of(fitted).size() - 1).method());
        }
    }
}
