package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lstm.base.BaseForecaster;
import lstm.base.SeasonPair;
import lstm.error.LstmException;
import lstm.evaluate.ForecastMethod;
import lstm.forecast.SeriesForecast;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.modelfile.BaseNetworkFile;
import lstm.modelfile.ModelFile;
import lstm.modelfile.Models;
import lstm.preset.Preset;
import lstm.series.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forecasts that combine a network with simple methods. */
class CombinedForecastTest {
    private static final int ROWS = 160;

    private static Model trained(Combine parts) throws LstmException {
        return Training.of(Tiny.wave(ROWS))
                .settings(settings(parts))
                .horizon(4)
                .run()
                .model();
    }

    private static double[] by(Model model, ForecastMethod method) throws LstmException {
        return Prediction.with(model).method(method).run().values();
    }

    @Test
    void aForecastIsTheWeightedMeanOfItsMembers() throws Exception {
        Model model = trained(Combine.ALL);
        Combination parts = model.combination().orElseThrow();
        double[] combined = Prediction.with(model).run().values();
        double[] sum = new double[combined.length];
        for (int k = 0; k < parts.members().size(); k++) {
            double[] one = by(model, ForecastMethod.of(parts.members().get(k)));
            for (int step = 0; step < sum.length; step++) {
                sum[step] += parts.at(0, step)[k] * one[step];
            }
        }
        assertArrayEquals(sum, combined, 1e-9);
        assertArrayEquals(combined, by(model, ForecastMethod.COMBINATION));
    }

    @ParameterizedTest
    @CsvSource({"ALL", "SIMPLE", "BASE"})
    void theFileKeepsWhatTheForecastNeeds(Combine parts) throws Exception {
        Model model = trained(parts);
        Model read = ModelFile.parse(ModelFile.bytes(model), "m");
        SeriesForecast kept = Prediction.with(read).run();
        SeriesForecast again = Prediction.with(model).after(Tiny.wave(ROWS)).run();
        assertArrayEquals(kept.values(), again.values(), 1e-9);
        assertArrayEquals(kept.interval(3, 0), again.interval(3, 0), 1e-9);
        assertArrayEquals(ModelFile.bytes(model), ModelFile.bytes(read));
        assertEquals(parts, Settings.of(read).combine());
    }

    @Test
    void rowsThatAreScoredTeachNoWeight() throws Exception {
        double[] values = Tiny.values(0, ROWS);
        Model before = trained(Combine.ALL);
        for (int row = ROWS - 4; row < ROWS; row++) {
            values[row] += 5;
        }
        Model after = Training.of(Series.of("wave", Tiny.dates(0, ROWS), values))
                .settings(Tiny.settings().combine(Combine.ALL).validation(0.4))
                .horizon(4)
                .run()
                .model();
        Model same = Training.of(Tiny.wave(ROWS))
                .settings(Tiny.settings().combine(Combine.ALL).validation(0.4))
                .horizon(4)
                .run()
                .model();
        assertFalse(after.score().orElseThrow().over().choseEpoch());
        assertArrayEquals(
                same.combination().orElseThrow().weights()[0],
                after.combination().orElseThrow().weights()[0]);
        assertTrue(before.combination().orElseThrow().isLearned());
    }

    @ParameterizedTest
    @CsvSource({"5,1", "20,1", "20,12", "30,7", "60,12", "61,1"})
    void thePresetAnswersHoweverFewRowsThereAre(int rows, int horizon) throws Exception {
        Model model = Training.of(Tiny.wave(rows))
                .settings(new SettingsRequest().preset(Preset.ACCURATE).epochs(1))
                .horizon(horizon)
                .run()
                .model();
        double[] forecast = Prediction.with(model).run().values();
        assertEquals(horizon, forecast.length);
        assertTrue(Arrays.stream(forecast).allMatch(value -> value > 60 && value < 150), Arrays.toString(forecast));
        assertEquals(
                rows < 50 ? Combine.BASE : Combine.ALL_TUNED, Settings.of(model).combine());
    }

    @Test
    void oneModelOfSeveralSeriesCombinesWhatIsFittedToEach() throws Exception {
        List<Series> each = waves(2, ROWS);
        for (Combine parts : List.of(Combine.ALL, Combine.SIMPLE, Combine.BASE)) {
            Model model =
                    Training.of(each).settings(settings(parts)).horizon(4).run().model();
            SeriesForecast forecast = Prediction.with(model).after(each.get(0)).run();
            double[] actual = Tiny.values(ROWS, ROWS + 4);
            IntStream.range(0, 4).forEach(step -> assertEquals(actual[step], forecast.values()[step], 10));
            assertTrue(forecast.interval(3, 0)[0] <= forecast.interval(3, 0)[1], "there is one");
            assertTrue(model.score().orElseThrow().accuracies().containsKey(Method.THETA));
        }
    }

    /** Of a wave that no autoregression forecasts without an error. */
    private static Model noisy() throws LstmException {
        Random random = new Random(3);
        double[] values = Arrays.stream(Tiny.values(0, ROWS))
                .map(value -> value + random.nextGaussian())
                .toArray();
        return Training.of(Series.of("wave", Tiny.dates(0, ROWS), values))
                .settings(settings(Combine.BASE))
                .horizon(4)
                .run()
                .model();
    }

    @Test
    void theBaseModelIsAMemberUnlessSimpleMethodsAloneAreAskedFor() throws Exception {
        Model model = noisy();
        assertTrue(model.combination().orElseThrow().uses(Method.BASE));
        assertTrue(model.score().orElseThrow().accuracies().containsKey(Method.BASE));
        assertEquals(4, by(model, ForecastMethod.BASE).length);
        assertFalse(
                trained(Combine.SIMPLE).combination().orElseThrow().members().contains(Method.BASE));
        assertThrows(LstmException.class, () -> by(trained(Combine.SIMPLE), ForecastMethod.BASE));
        assertThrows(LstmException.class, () -> by(trained(Combine.BASE), ForecastMethod.NETWORK));
    }

    @Test
    void theBaseModelStaysOpenFromOneSeriesToTheNextUntilThePredictionIsClosed() throws Exception {
        Model model = noisy();
        BaseForecaster open;
        try (Prediction prediction = Prediction.with(model)) {
            double[] first = prediction.forecast().values();
            open = prediction.bases().forecaster(BaseNetworkFile.shipped());
            assertArrayEquals(first, prediction.forecast().values());
            assertSame(open, prediction.bases().forecaster(BaseNetworkFile.shipped()));
        }
        List<BaseForecaster.Past> past = List.of(new BaseForecaster.Past(new double[] {1}, new SeasonPair(1, 0)));
        assertThrows(IllegalStateException.class, () -> open.forecast(past, 1));
    }

    @Test
    void weightsOfAnotherBaseModelAreRefusedWhereItHasAShare() throws Exception {
        Model model = noisy();
        String document = Models.document(model);
        String hash = model.combination().orElseThrow().base().orElseThrow().hash();
        Model other = ModelFile.parse(Models.sealed(document.replace(hash, "0".repeat(64))), "m");
        LstmException refused =
                assertThrows(LstmException.class, () -> Prediction.with(other).run());
        assertEquals(LstmException.Kind.MODEL, refused.kind());
        assertThrows(LstmException.class, () -> ModelEvaluation.of(other).run(Tiny.wave(ROWS + 40)));
        assertArrayEquals(by(model, ForecastMethod.THETA), by(other, ForecastMethod.THETA));
    }

    @Test
    void whatEvaluatesAndBacktestsItIsTheCombination() throws Exception {
        Model model = trained(Combine.ALL);
        Series longer = Tiny.wave(ROWS + 40);
        EvaluationResult evaluated = ModelEvaluation.of(model).run(longer);
        assertTrue(evaluated.forecasts().methods().contains(Method.EXPONENTIAL_SMOOTHING));
        Backtest.BacktestRun.Result back = Backtest.of(longer)
                .settings(Tiny.settings().combine(Combine.ALL))
                .origins(2)
                .run();
        assertEquals(2, back.done().size());
    }

    @ParameterizedTest
    @CsvSource({"ALL,1", "SIMPLE,1", "ALL,2", "SIMPLE,2"})
    void anUpdateFitsTheMethodsAndTheirWeightsAgain(Combine parts, int count) throws Exception {
        Model model = Training.of(waves(count, ROWS))
                .settings(settings(parts))
                .horizon(4)
                .run()
                .model();
        Series later = waves(count, ROWS + 40).get(0);
        UpdateResult result = ModelUpdate.of(model, "m", waves(count, ROWS + 40))
                .epochs(1)
                .run()
                .orElseThrow();
        Model updated = result.model();
        assertTrue(result.isNew());
        assertEquals(parts, Settings.of(updated).combine());
        assertEquals(count * (ROWS + 40), updated.data().rows());
        assertTrue(updated.combination().orElseThrow().isLearned());
        assertArrayEquals(
                Prediction.with(updated).after(later).run().values(),
                Prediction.with(ModelFile.parse(ModelFile.bytes(updated), "m"))
                        .after(later)
                        .run()
                        .values());
    }

    private static List<Series> waves(int count, int rows) throws LstmException {
        return count == 1 ? List.of(Tiny.wave(rows)) : List.of(Tiny.wave(rows), Tiny.wave(20, 20 + rows));
    }

    private static SettingsRequest settings(Combine parts) throws LstmException {
        return (parts.trains() ? Tiny.settings() : new SettingsRequest()).combine(parts);
    }

    @Test
    void whatCannotBeCombinedIsRefusedInWords() throws Exception {
        LstmException nothingHeld = assertThrows(LstmException.class, () -> Training.of(Tiny.wave(ROWS))
                .settings(Tiny.settings().combine(Combine.ALL).validation(0))
                .run());
        assertEquals(LstmException.Kind.USAGE, nothingHeld.kind());
        LstmException units = assertThrows(LstmException.class, () -> Training.of(Tiny.wave(ROWS))
                .settings(new SettingsRequest().combine(Combine.SIMPLE).units(3))
                .run());
        assertEquals(LstmException.Kind.USAGE, units.kind());
        assertThrows(LstmException.class, () -> by(trained(Combine.SIMPLE), ForecastMethod.NETWORK));
        assertThrows(LstmException.class, () -> by(trained(Combine.NONE), ForecastMethod.THETA));
    }
}
