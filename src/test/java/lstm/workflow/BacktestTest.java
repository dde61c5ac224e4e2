package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static Backtest tiny(int rows) throws LstmException {
        return Backtest.of(Tiny.wave(rows))
                .settings(Tiny.settings().horizon(3))
                .origins(4)
                .threads(1);
    }

    @Test
    void everyOriginHasForecastsBesideTheTruth() throws Exception {
        Backtest.BacktestRun.Result result = tiny(120).run();
        assertTrue(result.isComplete());
        assertEquals(4, result.forecasts().origins().size());
        assertEquals(117, result.forecasts().origins().get(3).row());
        assertEquals(3, result.forecasts().steps());
        assertTrue(result.forecasts().score(0, -1).orElseThrow().model().rmse() > 0);
    }

    @Test
    void aListenerStopsIt() throws Exception {
        Backtest.BacktestRun.Result result = tiny(120).prepare().run(new BacktestPlan.Listener() {
            @Override
            public boolean done(int origin) {
                return origin == 1;
            }
        });
        assertFalse(result.isComplete());
        assertEquals(2, result.done().size());
    }

    @Test
    void anInterruptOfTheThreadStopsIt() throws Exception {
        Thread.currentThread().interrupt();
        Backtest.BacktestRun.Result result = tiny(120).run();
        assertTrue(Thread.interrupted());
        assertFalse(result.isComplete());
    }

    @Test
    void tooFewRowsNameTheOriginsThatFit() throws Exception {
        LstmException e =
                assertThrows(LstmException.class, () -> tiny(60).origins(50).run());
        assertEquals(Kind.DATA, e.kind());
        assertEquals(
                Setting.ORIGINS, e.remedy().settings().findFirst().orElseThrow().setting());
        int fitting =
                Integer.parseInt(e.remedy().settings().findFirst().orElseThrow().value());
        assertTrue(tiny(60).origins(fitting).run().isComplete());
    }
}
