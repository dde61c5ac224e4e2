package lstm.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import lstm.error.LstmException;
import lstm.series.Series;
import lstm.workflow.LeakExperiment;
import lstm.workflow.LeakExperiment.Claim;
import lstm.workflow.LeakExperiment.Outcome;
import org.junit.jupiter.api.Test;

class LeakReportTest {
    @Test
    void theClaimStandsBesideTheHonestFigure() throws LstmException {
        LeakExperiment experiment = LeakExperiment.on(Series.of("y", new double[100]));
        Outcome outcome = new Outcome(
                new Claim(20, 7.125, 9.25, OptionalDouble.of(0.98765)),
                new Claim(20, 9.5, 9.25, OptionalDouble.empty()));
        assertEquals(
                "with a scaler fitted on all rows and validation windows drawn at random, a small network would claim an"
                        + " RMSE of 7.125, where naive has 9.25, and an R2 of 0.988; trained on earlier rows only and"
                        + " scored on later ones, it has an RMSE of 9.5, where naive has 9.25 (100 rows, 16 units,"
                        + " lookback 24, 200 epochs)",
                new LeakReport(experiment, outcome).text());
    }
}
