package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.ForecastMethod;
import lstm.forecast.IntervalNote;
import lstm.forecast.IntervalRequest;
import lstm.forecast.Intervals;
import lstm.forecast.SeriesForecast;
import lstm.model.FittedBaselines;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.Score;
import lstm.series.Series;
import lstm.series.SeriesColumns;
import org.junit.jupiter.api.Test;

/** Forecasts by the simple methods of a model, beside its network. */
class ForecastMethodTest {
    private static final int ROWS = 150;

    /** A value that rises by 2 a day: naive errs by 2 a step, drift not at all. */
    private static Series line(int rows) throws LstmException {
        return Series.of("line", Tiny.dates(0, rows), values(rows, 2));
    }

    private static double[] values(int rows, double slope) {
        return IntStream.range(0, rows).mapToDouble(row -> 5 + slope * row).toArray();
    }

    private static Model model(Series series) throws LstmException {
        return Training.of(series).settings(Tiny.settings()).horizon(3).run().model();
    }

    private static SeriesForecast forecast(Model model, ForecastMethod method) throws LstmException {
        return Prediction.with(model).method(method).run();
    }

    @Test
    void intervalsComeFromTheErrorsOfTheMethodItself() throws Exception {
        Model model = model(line(ROWS));
        SeriesForecast naive = forecast(model, ForecastMethod.NAIVE);
        SeriesForecast drift = forecast(model, ForecastMethod.DRIFT);
        double last = 5 + 2 * (ROWS - 1);
        for (int step = 0; step < 3; step++) {
            double actual = last + 2 * (step + 1);
            assertEquals(last, naive.values()[step]);
            assertEquals(actual, drift.values()[step], 1e-9);
            for (int level = 0; level < 2; level++) {
                // Its errors have one sign and are all alike: worth few, so that ends are widened.
                double[] ends = naive.interval(step, level);
                double error = actual - last;
                assertTrue(last - 3 * error < ends[0] && ends[0] <= last, () -> "lower end " + ends[0]);
                assertTrue(actual - 1e-3 <= ends[1] && ends[1] < last + 4 * error, () -> "upper end " + ends[1]);
                assertArrayEquals(new double[] {actual, actual}, drift.interval(step, level), 1e-3);
            }
        }
        assertEquals(List.of(Method.DRIFT), drift.methods());
    }

    @Test
    void theBestIsWhatErredLeastOnTheHeldOutRows() throws Exception {
        Model model = model(line(ROWS));
        Score score = model.score().orElseThrow();
        SeriesForecast best = forecast(model, ForecastMethod.BEST);
        assertEquals(List.of(score.better().orElseThrow()), best.methods());
        double least = score.error(score.accuracies().get(best.methods().get(0)));
        score.accuracies().values().forEach(each -> assertTrue(score.error(each) >= least));
    }

    @Test
    void theNetworkNamedIsTheNetworkUnnamed() throws Exception {
        Model model = model(Tiny.wave(ROWS));
        SeriesForecast plain = Prediction.with(model).run();
        SeriesForecast named = forecast(model, ForecastMethod.NETWORK);
        assertArrayEquals(plain.points()[0], named.points()[0]);
        assertArrayEquals(plain.intervals()[0], named.intervals()[0]);
        assertEquals(List.of(), plain.methods());
        assertEquals(List.of(Method.NETWORK), named.methods());
    }

    @Test
    void afterTheSameRowsEachMethodForecastsTheSame() throws Exception {
        Model model = model(Tiny.wave(ROWS));
        for (ForecastMethod method : List.of(ForecastMethod.AUTOREGRESSION, ForecastMethod.DRIFT)) {
            SeriesForecast own = forecast(model, method);
            SeriesForecast same =
                    Prediction.with(model).method(method).after(Tiny.wave(ROWS)).run();
            assertArrayEquals(own.values(), same.values());
            assertArrayEquals(own.intervals()[0], same.intervals()[0]);
        }
    }

    @Test
    void eachTargetHasItsOwnBest() throws Exception {
        double[] wave = Tiny.values(0, ROWS);
        Series two = SeriesColumns.named("two")
                .dates(Tiny.dates(0, ROWS))
                .target("line", values(ROWS, 2))
                .target("wave", wave)
                .series();
        Model model = Training.of(two).settings(Tiny.settings()).run().model();
        List<Method> best = forecast(model, ForecastMethod.BEST).methods();
        for (int target = 0; target < 2; target++) {
            assertEquals(model.scores().get(target).better().orElse(Method.MODEL), best.get(target));
        }
        assertEquals(wave[ROWS - 1], forecast(model, ForecastMethod.NAIVE).points()[1][0]);
    }

    @Test
    void whatIsKnownAheadIsNotNeededForASimpleMethod() throws Exception {
        Series shop = SeriesColumns.named("shop")
                .dates(Tiny.dates(0, ROWS))
                .target("units", values(ROWS, 1))
                .knownAhead("price", Tiny.values(3, ROWS + 3))
                .series();
        Model model = Training.of(shop).settings(Tiny.settings()).run().model();
        assertEquals(
                4 + ROWS,
                Prediction.with(model).method(ForecastMethod.NAIVE).run().values()[0]);
    }

    @Test
    void aModelOfSeveralSeriesLearnsTheSimpleMethodsFromTheSeriesItself() throws Exception {
        Series other = Series.of("line", Tiny.dates(0, ROWS), Tiny.values(0, ROWS));
        Model model = Training.of(List.of(line(ROWS), other))
                .settings(Tiny.settings())
                .run()
                .model();
        SeriesForecast drift = Prediction.with(model)
                .method(ForecastMethod.DRIFT)
                .after(line(100))
                .run();
        assertEquals(5 + 2 * 100, drift.values()[0], 1e-9);
        assertArrayEquals(new double[] {205, 205}, drift.interval(0, 0), 1e-3);
    }

    @Test
    void aFileOfAnEarlierVersionForecastsWithoutIntervalsAndSaysSo() throws Exception {
        Model model = model(Tiny.wave(ROWS));
        List<FittedBaselines> forgotten = model.baselines().stream()
                .map(one ->
                        new FittedBaselines(one.season(), one.scale(), one.drift(), one.autoregression(), one.recent()))
                .toList();
        try (Prediction prediction =
                Prediction.with(model.withBaselines(forgotten)).method(ForecastMethod.DRIFT)) {
            SeriesForecast drift = prediction.forecast();
            assertArrayEquals(forecast(model, ForecastMethod.DRIFT).values(), drift.values());
            assertTrue(Double.isNaN(drift.interval(0, 0)[0]));
            assertEquals(List.of(new IntervalNote.ErrorsNotKept(Method.DRIFT)), prediction.notes());
        }
    }

    @Test
    void withNothingHeldOutThereIsNoBest() throws Exception {
        Model model = Training.of(Tiny.wave(ROWS))
                .settings(Tiny.settings().validation(0))
                .run()
                .model();
        LstmException e = assertThrows(LstmException.class, () -> forecast(model, ForecastMethod.BEST));
        assertEquals(LstmException.Kind.USAGE, e.kind());
        try (Prediction prediction = Prediction.with(model).method(ForecastMethod.DRIFT)) {
            assertTrue(Double.isNaN(prediction.forecast().interval(0, 0)[0]));
            assertEquals(List.of(new IntervalNote.NoErrors()), prediction.notes());
        }
    }

    @Test
    void withoutASeasonThereIsNoSeasonalNaive() throws Exception {
        Model model = model(line(ROWS));
        assertEquals(1, model.preparation().plan().season());
        LstmException e = assertThrows(LstmException.class, () -> forecast(model, ForecastMethod.SEASONAL_NAIVE));
        assertEquals(
                Setting.METHOD, e.remedy().settings().findFirst().orElseThrow().setting());
    }

    @Test
    void drawsOfTheNetworkAreNoIntervalsOfAnotherMethod() throws Exception {
        Model model = model(line(ROWS));
        IntervalRequest dropout = new IntervalRequest(Optional.of(Intervals.Kind.DROPOUT), 10, Optional.empty(), 1);
        assertThrows(LstmException.class, () -> Prediction.with(model)
                .intervals(dropout)
                .method(ForecastMethod.DRIFT)
                .run());
    }
}
