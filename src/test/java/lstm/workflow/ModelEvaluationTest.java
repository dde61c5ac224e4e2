package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.HistoryNote;
import lstm.evaluate.OriginForecast;
import lstm.evaluate.RowsSeen;
import lstm.evaluate.SkillGate;
import lstm.model.Method;
import lstm.model.Model;
import lstm.model.RowRole;
import lstm.model.Score;
import lstm.model.TrainedNetwork;
import lstm.progress.ProgressListener;
import lstm.series.Series;
import org.junit.jupiter.api.Test;

class ModelEvaluationTest {
    private static Model model() throws LstmException {
        return Training.of(Tiny.wave(100)).settings(Tiny.settings()).run().model();
    }

    @Test
    void laterRowsAreForecastFromTheRowsThatTheModelKeeps() throws Exception {
        EvaluationResult result = ModelEvaluation.of(model()).run(Tiny.wave(100, 130));
        assertEquals(30, result.forecasts().origins().size());
        assertTrue(result.score(0).orElseThrow().model().rmse() > 0);
        assertTrue(result.forecasts().methods().contains(Method.NAIVE));
        assertEquals(30, result.oneStep().actual().length);
    }

    @Test
    void methodsThatSmoothStandBesideAModelThatKeepsNoneIfTheyHaveEnoughToLearnFrom() throws Exception {
        assertTrue(smooths(ModelEvaluation.of(model()), Tiny.wave(130)));
        assertTrue(smooths(ModelEvaluation.of(model()).context(Tiny.wave(80, 100)), Tiny.wave(100, 130)));
        assertFalse(smooths(ModelEvaluation.of(model()), Tiny.wave(100, 130)), "8 rows are too few");
    }

    private static boolean smooths(ModelEvaluation evaluation, Series rows) throws LstmException {
        return evaluation.run(rows).forecasts().methods().contains(Method.EXPONENTIAL_SMOOTHING);
    }

    @Test
    void methodsThatSmoothLearnFromNoRowThatTheModelDidNotLearnFrom() throws Exception {
        double[] values = Tiny.values(0, 130);
        Series rows = Series.of("wave", Tiny.dates(0, 130), values.clone());
        Arrays.setAll(values, row -> row < 100 ? values[row] : 1000 - values[row]);
        Series others = Series.of("wave", Tiny.dates(0, 130), values);
        assertEquals(smoothedAt(99, rows), smoothedAt(99, others));
        assertNotEquals(smoothedAt(101, rows), smoothedAt(101, others));
    }

    /** The rows that taught the model are what the simple methods may learn from too, however short its window is. */
    @Test
    void beforeUnseenRowsOfATableEverySimpleMethodLearnsFromAllRowsThatTaughtTheModel() throws Exception {
        List<Series> twins = List.of(Tiny.wave(150), Tiny.wave(150));
        TrainResult trained = Training.of(twins).settings(Tiny.settings()).run();
        Score then = trained.scores().get(0);
        Score now =
                ModelEvaluation.of(trained.model()).run(twins.get(0)).score(0).orElseThrow();
        for (Method method : List.of(Method.NAIVE, Method.DRIFT, Method.AUTOREGRESSION, Method.THETA)) {
            assertEquals(
                    then.accuracies().get(method).rmse(),
                    now.accuracies().get(method).rmse(),
                    method.toString());
        }
    }

    private static double smoothedAt(int row, Series rows) throws LstmException {
        OriginForecast origin = ModelEvaluation.of(model()).run(rows).forecasts().origins().stream()
                .filter(one -> one.row() == row)
                .findFirst()
                .orElseThrow();
        return origin.forecasts().get(Method.EXPONENTIAL_SMOOTHING)[0][0];
    }

    @Test
    void severalStepsAreForecastFromEveryNthOrigin() throws Exception {
        EvaluationResult result =
                ModelEvaluation.of(model()).horizon(4).every(5).run(Tiny.wave(100, 130));
        assertEquals(4, result.forecasts().steps());
        assertEquals(6, result.forecasts().origins().size());
    }

    @Test
    void rowsBeforeMayComeFromAnotherSeries() throws Exception {
        EvaluationResult own = ModelEvaluation.of(model()).run(Tiny.wave(100, 130));
        EvaluationResult given =
                ModelEvaluation.of(model()).context(Tiny.wave(80, 100)).run(Tiny.wave(100, 130));
        assertEquals(
                own.score(0).orElseThrow().model(), given.score(0).orElseThrow().model());
    }

    /** Errors on rows that taught are too small to go by. */
    @Test
    void intervalsOfUnseenRowsKnowNothingOfErrorsOnRowsThatTaught() throws Exception {
        EvaluationResult later = ModelEvaluation.of(model()).run(Tiny.wave(100, 130));
        EvaluationResult all = ModelEvaluation.of(model()).run(Tiny.wave(130));
        List<OriginForecast> unseen = all.parts().get(0).origins();
        assertEquals(later.forecasts().origins().size(), unseen.size());
        for (int k = 0; k < unseen.size(); k++) {
            double[][] expected = later.forecasts().origins().get(k).intervals()[0][0];
            for (int level = 0; level < expected.length; level++) {
                assertArrayEquals(expected[level], unseen.get(k).intervals()[0][0][level], 1e-3);
            }
        }
    }

    private static List<HistoryNote> notes(ModelEvaluation evaluation, Series rows) throws LstmException {
        return evaluation.run(rows).notes();
    }

    @Test
    void whereTheFirstWindowsBeginIsNoted() throws Exception {
        Series later = Tiny.wave(100, 130);
        HistoryNote own = notes(ModelEvaluation.of(model()), later).get(0);
        assertEquals(new HistoryNote.ReachesBack(Optional.empty()), own);
        Series before = Tiny.wave(80, 100);
        HistoryNote given =
                notes(ModelEvaluation.of(model()).context(before), later).get(0);
        assertEquals(new HistoryNote.ReachesBack(Optional.of(before.source())), given);
    }

    @Test
    void rowsWithTooLittleHistoryAreCounted() throws Exception {
        int needed = model().preparation().historyRows();
        List<HistoryNote> notes = notes(ModelEvaluation.of(model()).context(Tiny.wave(97, 100)), Tiny.wave(100, 130));
        assertEquals(new HistoryNote.RowsSkipped(needed - 3), notes.get(notes.size() - 1));
    }

    @Test
    void fewerRowsThanTheHorizonAreRefused() {
        LstmException e = assertThrows(
                LstmException.class,
                () -> ModelEvaluation.of(model()).horizon(50).run(Tiny.wave(100, 130)));
        assertEquals(Kind.DATA, e.kind());
    }

    @Test
    void aListenerOrAnInterruptOfTheThreadStopsIt() throws Exception {
        ModelEvaluation evaluation = ModelEvaluation.of(model());
        assertThrows(
                CancellationException.class,
                () -> evaluation.listener((done, total) -> done == total).run(Tiny.wave(100, 130)));
        evaluation.listener(ProgressListener.NONE);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> evaluation.run(Tiny.wave(100, 130)));
        assertTrue(Thread.interrupted());
        assertEquals(
                30, evaluation.run(Tiny.wave(100, 130)).forecasts().origins().size());
    }

    private static Model trained(int rows, double validation) throws LstmException {
        return Training.of(Tiny.wave(rows))
                .settings(Tiny.settings().validation(validation))
                .threads(1)
                .run()
                .model();
    }

    private static List<Score.Over> covered(EvaluationResult result) {
        return result.parts().stream()
                .map(part -> part.score(0, -1).orElseThrow().over())
                .toList();
    }

    @Test
    void rowsThatTaughtOrChoseAreScoredApartFromLaterOnes() throws Exception {
        Model model = trained(400, 0.1);
        EvaluationResult result = ModelEvaluation.of(model).run(Tiny.wave(450));
        assertEquals(
                List.of(
                        new Score.Over(1, 1, 20 + 50, RowRole.UNSEEN),
                        new Score.Over(1, 1, 20, RowRole.CHOSE),
                        new Score.Over(1, 1, 360 - 8, RowRole.TAUGHT)),
                covered(result));
        assertEquals(70, result.score(0).orElseThrow().model().count(), "the headline");
    }

    @Test
    void rowsOfTheTrainingAreScoredAsTheTrainingScoredThem() throws Exception {
        TrainResult trained = Training.of(Tiny.wave(400))
                .settings(Tiny.settings().validation(0.1))
                .run();
        EvaluationResult result = ModelEvaluation.of(trained.model()).run(Tiny.wave(400));
        assertEquals(trained.scores().get(0), result.score(0).orElseThrow());
    }

    @Test
    void fewHeldOutRowsThatChoseAreTheHeadlineAndMarked() throws Exception {
        EvaluationResult result = ModelEvaluation.of(trained(120, 0.1)).run(Tiny.wave(120));
        assertEquals(new Score.Over(1, 1, 12, RowRole.CHOSE), covered(result).get(0));
    }

    @Test
    void aModelThatSawEverythingHasNothingElseToShow() throws Exception {
        EvaluationResult result = ModelEvaluation.of(trained(120, 0)).run(Tiny.wave(120));
        assertEquals(List.of(new Score.Over(1, 1, 112, RowRole.TAUGHT)), covered(result));
    }

    @Test
    void laterRowsAloneAreUnseen() throws Exception {
        EvaluationResult result = ModelEvaluation.of(trained(400, 0.1)).run(Tiny.wave(400, 430));
        assertEquals(List.of(new Score.Over(1, 1, 30, RowRole.UNSEEN)), covered(result));
    }

    @Test
    void anEarlierFileWithoutAWordAboutItsRowsIsReadByTheirNumber() throws Exception {
        Model model = trained(400, 0.1);
        RowsSeen seen = RowsSeen.of(earlier(model), Tiny.wave(450));
        assertEquals(new RowsSeen(360, 400), seen);
        assertEquals(new RowsSeen(50, 50), RowsSeen.of(earlier(model), Tiny.wave(350, 450)), "all it may have seen");
    }

    /** The same as an earlier version would have written it. */
    private static Model earlier(Model model) {
        return new Model(
                model.architecture(),
                model.validation(),
                model.recipe(),
                model.reading(),
                model.stamps(),
                model.data().withoutUse(),
                model.preparation(),
                model.calendar(),
                model.context(),
                model.baselines(),
                List.of(new TrainedNetwork(
                        model.training(),
                        model.networks().get(0).weights(),
                        model.networks().get(0).resume())),
                model.scores(),
                model.calibration(),
                Optional.empty());
    }

    @Test
    void rowsWithoutDatesAreKnownByTheFileTheyBegin() throws Exception {
        double[] values = Tiny.values(0, 450);
        Model model = Training.of(Series.of("wave", Arrays.copyOf(values, 400)))
                .settings(Tiny.settings())
                .threads(1)
                .run()
                .model();
        assertEquals(new RowsSeen(360, 380), RowsSeen.of(model, Series.of("wave", values)));
        values[3] += 1;
        assertEquals(new RowsSeen(0, 0), RowsSeen.of(model, Series.of("wave", values)), "another file");
    }

    @Test
    void forecastsBeginWhereTheyAreAskedTo() throws Exception {
        Series rows = Tiny.wave(450);
        EvaluationResult result = ModelEvaluation.of(trained(400, 0.1))
                .from(rows.stamps().at(420))
                .run(rows);
        assertEquals(List.of(new Score.Over(1, 1, 30, RowRole.UNSEEN)), covered(result));
        LstmException e = assertThrows(LstmException.class, () -> ModelEvaluation.of(trained(400, 0.1))
                .from(rows.stamps().at(449) + 1)
                .run(rows));
        assertEquals(Kind.DATA, e.kind());
    }

    @Test
    void theHorizonThatWasTrainedIsTheOneThatIsScored() throws Exception {
        Model model = Training.of(Tiny.wave(120))
                .settings(Tiny.settings().horizon(3))
                .threads(1)
                .run()
                .model();
        assertEquals(
                3,
                ModelEvaluation.of(model).run(Tiny.wave(120, 150)).forecasts().steps());
    }

    @Test
    void trainingRowsPassNoGate() throws Exception {
        List<Score> scores = ModelEvaluation.of(trained(120, 0))
                .run(Tiny.wave(120))
                .parts()
                .get(0)
                .scores();
        SkillGate gate = new SkillGate(OptionalDouble.of(-1e9));
        assertEquals(
                LstmException.Kind.GATE,
                assertThrows(LstmException.class, () -> gate.requireSkill(scores, true))
                        .kind());
        gate.requireSkill(scores, false);
    }
}
