package lstm.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import lstm.model.Accuracy;
import lstm.model.Score;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final Accuracy SMALL = new Accuracy(1000, 0.5, 0.25, OptionalDouble.of(1.5));
    private static final Accuracy LARGE = new Accuracy(1000, 1, 0.75, OptionalDouble.empty());

    @Test
    void modelAndNaiveStandSideBySide() {
        String expected = "scored   one step ahead on 1,000 rows\n"
                + "                        RMSE          MAE        MAPE\n"
                + "         model           0.5         0.25       1.5 %\n"
                + "         naive             1         0.75   undefined\n"
                + "skill    0.500: better than the naive forecast, which repeats the last value\n";
        assertEquals(expected, Scores.text(new Score(SMALL, LARGE)));
    }

    @Test
    void theVerdictIsPlain() {
        String worse = Scores.text(new Score(LARGE, SMALL));
        assertTrue(worse.contains("\nskill    -1.000: no better than the naive forecast"), worse);
        String even = Scores.text(new Score(SMALL, SMALL));
        assertTrue(even.contains("\nskill    0.000: no better than the naive forecast"), even);
        Accuracy perfect = new Accuracy(1, 0, 0, OptionalDouble.of(0));
        String undefined = Scores.text(new Score(SMALL, perfect));
        assertTrue(undefined.contains("\nskill    undefined: the naive forecast makes no error"), undefined);
    }

    @Test
    void jsonHasNullForWhatIsUndefinedOrInfinite() {
        assertEquals(
                "{\"rows\":1000,\"model\":{\"rmse\":0.5,\"mae\":0.25,\"mape\":1.5},"
                        + "\"naive\":{\"rmse\":1.0,\"mae\":0.75,\"mape\":null},\"skill\":0.5}",
                Json.text(Scores.values(new Score(SMALL, LARGE))));
        Accuracy far = new Accuracy(1, 1e300, 1, OptionalDouble.empty());
        Accuracy near = new Accuracy(1, 1e-300, 1, OptionalDouble.empty());
        assertTrue(Json.text(Scores.values(new Score(far, near))).endsWith("\"skill\":null}"));
    }
}
