package lstm.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.PairedTest;
import lstm.model.Score;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final Accuracy SMALL = new Accuracy(
            1000, 0.5, 0.25, OptionalDouble.of(1.5), 1.25, OptionalDouble.of(0.5), OptionalDouble.of(0.75));
    private static final Accuracy LARGE = new Accuracy(1000, 1, 0.75, NONE, 20, NONE, NONE);

    private static Score score(Accuracy model, Accuracy naive) {
        return new Score(1, Map.of(Method.MODEL, model, Method.NAIVE, naive), Optional.empty());
    }

    private static Score full(double statistic, double pValue) {
        return new Score(
                12,
                Map.of(
                        Method.AUTOREGRESSION, LARGE,
                        Method.DRIFT, LARGE,
                        Method.SEASONAL_NAIVE, SMALL,
                        Method.NAIVE, LARGE,
                        Method.MODEL, LARGE),
                Optional.of(new PairedTest(statistic, pValue)));
    }

    @Test
    void theModelStandsBesideAllSimpleMethods() {
        String expected = "scored   one step ahead on 1,000 rows, season 12; naive repeats the last value\n"
                + "                              RMSE        MAE   MAPE % sMAPE %     MASE    RMSSE\n"
                + "         model                   1       0.75        -      20        -        -\n"
                + "         naive                   1       0.75        -      20        -        -\n"
                + "         seasonal naive        0.5       0.25      1.5    1.25      0.5     0.75\n"
                + "         drift                   1       0.75        -      20        -        -\n"
                + "         autoregression          1       0.75        -      20        -        -\n"
                + "skill    0.000: better than naive, but not significantly (p = 0.40)\n"
                + "better   seasonal naive, with an RMSE of 0.5 against 1\n";
        assertEquals(expected, Scores.text(full(-0.8, 0.4)));
    }

    @Test
    void everyLineFits80ColumnsAndKeepsItsColumnsApart() {
        Accuracy odd = new Accuracy(
                123_456_789,
                1.2345678e205,
                1.2345678e-205,
                OptionalDouble.of(1234567),
                1e-7,
                OptionalDouble.of(0.00012345),
                OptionalDouble.of(98765.4));
        Accuracy tiny = new Accuracy(
                123_456_789,
                2.71399e-5,
                2.42381e-5,
                OptionalDouble.of(3.58123e-5),
                3.58e-5,
                OptionalDouble.of(1.60123e-5),
                OptionalDouble.of(1.56123e-5));
        Score score = new Score(
                10_080,
                Map.of(Method.MODEL, odd, Method.NAIVE, odd, Method.DRIFT, tiny),
                Optional.of(new PairedTest(1, 0.31)));
        String text = Scores.text(score);
        for (String line : text.lines().toList()) {
            assertTrue(line.length() <= 80 || line.startsWith("scored"), line.length() + ": " + line);
        }
        for (String method : List.of(" model ", " drift ")) {
            String row = text.lines()
                    .filter(line -> line.contains(method))
                    .findFirst()
                    .orElseThrow();
            assertEquals(7, row.strip().split(" +").length, row);
        }
    }

    @Test
    void theVerdictIsPlain() {
        String worse = Scores.text(score(LARGE, SMALL));
        assertTrue(worse.contains("\nskill    -1.000: no better than naive\n"), worse);
        assertTrue(worse.contains("\nbetter   naive, with an RMSE of 0.5 against 1\n"), worse);
        String even = Scores.text(score(SMALL, SMALL));
        assertTrue(even.contains("\nskill    0.000: no better than naive"), even);
        String better = Scores.text(score(SMALL, LARGE));
        assertTrue(better.contains("\nskill    0.500: better than naive\n"), better);
        assertFalse(better.contains("\nbetter "), better);
        assertTrue(better.startsWith("scored   one step ahead on 1,000 rows, no season; naive"), better);
        Accuracy perfect = new Accuracy(1000, 0, 0, NONE, 0, NONE, NONE);
        String undefined = Scores.text(score(SMALL, perfect));
        assertTrue(undefined.contains("\nskill    undefined: the naive forecast makes no error"), undefined);
        assertTrue(Scores.text(full(2.5, 0.01))
                .contains("\nskill    0.000: significantly worse than naive (p = 0.010)\n"));
    }

    private static String beside(PairedTest drift) {
        return Scores.text(new Score(
                1,
                Map.of(Method.MODEL, LARGE, Method.NAIVE, LARGE, Method.DRIFT, SMALL),
                Map.of(Method.DRIFT, drift),
                new Score.Over(1, 1, 1000, false)));
    }

    @Test
    void thatASimplerMethodIsBetterIsTestedToo() {
        String chance = beside(new PairedTest(0.5, 0.62));
        assertTrue(chance.contains("\nbetter   drift, but not significantly (p = 0.62), with an RMSE"), chance);
        String clear = beside(new PairedTest(4, 0.0001));
        assertTrue(clear.contains("\nbetter   drift, significantly (p < 0.001), with an RMSE"), clear);
    }

    @Test
    void rowsThatChoseTheEpochAreMarked() {
        Score score = score(SMALL, LARGE);
        assertFalse(Scores.text(score).contains("chose the epoch"));
        assertTrue(Scores.text(score.afterChoosing()).contains("the same rows chose the epoch"));
        assertTrue(Scores.verdict(score.afterChoosing()).contains("the same rows chose the epoch"));
        assertEquals(true, Scores.values(score.afterChoosing()).get("chose_epoch"));
    }

    @Test
    void severalStepsAreNamedWithTheirOrigins() {
        Score score = new Score(
                1, Map.of(Method.MODEL, SMALL, Method.NAIVE, LARGE), Map.of(), new Score.Over(1, 12, 84, false));
        String text = Scores.text(score);
        assertTrue(text.startsWith("scored   1 to 12 steps ahead from 84 origins (1,000 forecasts), no season"), text);
        assertTrue(text.contains("\nskill    0.500: better than naive; 84 origins that overlap are too few"), text);
    }

    @Test
    void aMeanOverSeriesIsNotTestedAndDoesNotBlameTheOrigins() {
        String text = Scores.text(new Score(
                1, Map.of(Method.MODEL, SMALL, Method.NAIVE, LARGE), Map.of(), new Score.Over(84, 12, 84, false)));
        assertFalse(text.contains("too few"), text);
    }

    @Test
    void jsonHasAKeyForEveryMethodAndNullForWhatIsNotThere() {
        String small = "{\"rmse\":0.5,\"mae\":0.25,\"mape\":1.5,\"smape\":1.25,\"mase\":0.5,\"rmsse\":0.75}";
        String large = "{\"rmse\":1.0,\"mae\":0.75,\"mape\":null,\"smape\":20.0,\"mase\":null,\"rmsse\":null}";
        assertEquals(
                "{\"rows\":1000,\"steps\":1,\"origins\":1000,\"chose_epoch\":false,\"rows_were\":\"unseen\",\"season\":1,\"model\":"
                        + small
                        + ",\"naive\":" + large
                        + ",\"seasonal_naive\":null,\"drift\":null,\"autoregression\":null,\"skill\":0.5,\"test\":null,"
                        + "\"tests\":{\"naive\":null,\"seasonal_naive\":null,\"drift\":null,\"autoregression\":null}}",
                Json.text(Scores.values(score(SMALL, LARGE))));
        String full = Json.text(Scores.values(full(-2.5, 0.0125)));
        assertTrue(full.contains("\"seasonal_naive\":" + small + ",\"drift\":" + large), full);
        assertTrue(full.contains(",\"skill\":0.0,\"test\":{\"statistic\":-2.5,\"p_value\":0.0125},\"tests\":{"), full);
        Accuracy far = new Accuracy(1, 1e300, 1, NONE, 1, NONE, NONE);
        Accuracy near = new Accuracy(1, 1e-300, 1, NONE, 1, NONE, NONE);
        assertTrue(Json.text(Scores.values(score(far, near))).contains("\"skill\":null"));
    }
}
