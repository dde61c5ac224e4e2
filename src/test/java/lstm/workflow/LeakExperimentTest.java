package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.progress.ProgressListener;
import lstm.series.Series;
import org.junit.jupiter.api.Test;

class LeakExperimentTest {
    private static final int ROWS = 200;

    /** A series that leaves the range of its earlier values, which a leaking scaler knows. */
    private static Series rising(int rows) throws LstmException {
        double[] values = IntStream.range(0, rows)
                .mapToDouble(k -> 0.05 * k * k + 20 * StrictMath.sin(k / 3.0))
                .toArray();
        return Series.of("rising", Tiny.dates(0, rows), values);
    }

    private static LeakExperiment experiment() throws LstmException {
        Series series = rising(ROWS);
        SettingsRequest small = new SettingsRequest()
                .units(8)
                .layers(1)
                .dropout(0)
                .lookback(8)
                .epochs(20)
                .learningRate(0.01)
                .validation(0.2);
        return new LeakExperiment(series, small.settings(List.of(series)));
    }

    @Test
    void leakingRowsClaimFarSmallerErrorsThanLaterRowsShow() throws Exception {
        LeakExperiment.Outcome outcome = experiment().run(ProgressListener.NONE);
        double claimed = outcome.leaking().rmse();
        double honest = outcome.honest().rmse();
        assertTrue(claimed < honest / 2, claimed + " claimed, " + honest + " honest");
        assertTrue(outcome.leaking().r2().getAsDouble() > outcome.honest().r2().getAsDouble());
    }

    @Test
    void theHonestFigureIsThatOfATraining() throws Exception {
        LeakExperiment experiment = experiment();
        LeakExperiment.Claim honest = experiment.run(ProgressListener.NONE).honest();
        Model model =
                Training.of(rising(ROWS)).settings(experiment.settings()).run().model();
        assertEquals(model.score().orElseThrow().model().rmse(), honest.rmse());
        assertEquals(model.score().orElseThrow().naive().rmse(), honest.naive());
        assertEquals(model.score().orElseThrow().model().count(), honest.rows());
    }

    @Test
    void aListenerStopsIt() {
        assertThrows(CancellationException.class, () -> experiment().run((done, total) -> true));
    }

    @Test
    void fewRowsAreRefused() {
        LstmException e = assertThrows(LstmException.class, () -> LeakExperiment.on(rising(12)));
        assertEquals(LstmException.Kind.DATA, e.kind());
    }
}
