package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import lstm.forecast.IntervalRequest;
import lstm.forecast.SeriesForecast;
import lstm.model.Model;
import lstm.series.Series;
import lstm.series.SeriesColumns;
import org.junit.jupiter.api.Test;

class PredictionTest {
    private static Model model(int horizon) throws LstmException {
        return Training.of(Tiny.wave(120))
                .settings(Tiny.settings())
                .horizon(horizon)
                .run()
                .model();
    }

    @Test
    void itForecastsTheTrainedHorizonAfterTheTrainingData() throws Exception {
        SeriesForecast next = Prediction.with(model(3)).run();
        assertEquals(3, next.steps());
        assertEquals(3, next.values().length);
        assertEquals(LocalDate.of(2020, 1, 1).plusDays(120).toString(), next.stampText(0));
        assertEquals(LocalDate.of(2020, 1, 1).plusDays(122), next.times().get(2).toLocalDate());
    }

    @Test
    void afterTheSameRowsItForecastsTheSame() throws Exception {
        Model model = model(3);
        SeriesForecast own = Prediction.with(model).horizon(5).run();
        SeriesForecast same =
                Prediction.with(model).after(Tiny.wave(120)).horizon(5).run();
        assertArrayEquals(own.values(), same.values());
        assertArrayEquals(own.intervals()[0], same.intervals()[0]);
    }

    @Test
    void oneNetworkForecastsSeveralSeries() throws Exception {
        Model model = model(1);
        try (Prediction prediction = Prediction.with(model)) {
            double first = prediction.after(Tiny.wave(100)).forecast().values()[0];
            double second = prediction.after(Tiny.wave(110)).forecast().values()[0];
            assertEquals(
                    first, Prediction.with(model).after(Tiny.wave(100)).run().values()[0]);
            assertEquals(
                    second, Prediction.with(model).after(Tiny.wave(110)).run().values()[0]);
        }
    }

    @Test
    void wideIntervalsHoldNarrowOnes() throws Exception {
        SeriesForecast next = Prediction.with(model(2))
                .intervals(IntervalRequest.ofLevels(50, 80))
                .run();
        for (int step = 0; step < 2; step++) {
            double[] narrow = next.interval(step, 0);
            double[] wide = next.interval(step, 1);
            assertTrue(wide[0] <= narrow[0] && narrow[0] <= narrow[1] && narrow[1] <= wide[1]);
        }
    }

    @Test
    void aLevelOutOfRangeIsRefusedWhereItIsGiven() {
        LstmException e = assertThrows(
                LstmException.class, () -> Prediction.with(model(1)).intervals(IntervalRequest.ofLevels(100)));
        assertEquals(Setting.LEVEL, e.setting().orElseThrow());
    }

    @Test
    void aSeriesShorterThanAWindowIsRefused() {
        LstmException e = assertThrows(
                LstmException.class,
                () -> Prediction.with(model(1)).after(Tiny.wave(5)).run());
        assertEquals(Kind.DATA, e.kind());
    }

    @Test
    void whatIsKnownAheadIsNeededAndUsed() throws Exception {
        Series shop = SeriesColumns.named("shop")
                .dates(Tiny.dates(0, 120))
                .target("units", Tiny.values(0, 120))
                .knownAhead("price", Tiny.values(3, 123))
                .series();
        Model model = Training.of(shop).settings(Tiny.settings()).run().model();
        LstmException missing =
                assertThrows(LstmException.class, () -> Prediction.with(model).run());
        assertEquals(
                Setting.FUTURE,
                missing.remedy().settings().findFirst().orElseThrow().setting());
        Series price = Series.of("price", Tiny.dates(120, 122), new double[] {100, 101});
        assertEquals(2, Prediction.with(model).horizon(2).future(price).run().steps());
        Series late = Series.of("price", Tiny.dates(121, 123), new double[] {100, 101});
        LstmException other = assertThrows(
                LstmException.class,
                () -> Prediction.with(model).horizon(2).future(late).run());
        assertEquals(Kind.DATA, other.kind());
    }

    @Test
    void aListenerStopsItAfterAnyStep() throws Exception {
        Prediction prediction = Prediction.with(model(1)).horizon(10);
        assertThrows(CancellationException.class, () -> prediction
                .listener((done, total) -> done == 4 && total == 10)
                .run());
    }

    @Test
    void aListenerMayComeBetweenTwoForecasts() throws Exception {
        try (Prediction prediction = Prediction.with(model(1)).horizon(10)) {
            prediction.forecast();
            prediction.listener((done, total) -> true);
            assertThrows(CancellationException.class, prediction::forecast);
        }
    }
}
