package lstm.base;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Base networks that stay open from one series to the next. */
class OpenBaseNetworksTest {
    private static final BaseNetwork ONE = network(1);
    private static final BaseNetwork OTHER = network(2);

    private static BaseNetwork network(long seed) {
        BaseShape shape = new BaseShape(4, 24, 48, 24);
        return new BaseNetwork(
                shape, shape.initialWeights(seed), new BaseNetwork.Training(seed, 0, LocalDate.of(2026, 11, 30)));
    }

    private static void forecast(BaseForecaster forecaster) {
        forecaster.forecast(List.of(new BaseForecaster.Past(new double[] {1, 2}, new SeasonPair(1, 0))), 1);
    }

    @Test
    void eachNetworkIsOpenedOnce() {
        try (OpenBaseNetworks open = new OpenBaseNetworks()) {
            assertSame(open.forecaster(ONE), open.forecaster(ONE));
            assertNotSame(open.forecaster(ONE), open.forecaster(OTHER));
        }
    }

    @Test
    void closingThemFreesTheMemoryOfAll() {
        OpenBaseNetworks open = new OpenBaseNetworks();
        List<BaseForecaster> each = List.of(open.forecaster(ONE), open.forecaster(OTHER));
        each.forEach(OpenBaseNetworksTest::forecast);
        open.close();
        open.close();
        for (BaseForecaster one : each) {
            assertThrows(IllegalStateException.class, () -> forecast(one));
        }
        assertThrows(IllegalStateException.class, () -> open.forecaster(ONE));
    }
}
