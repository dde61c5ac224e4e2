package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.HistoryNote;
import lstm.model.Method;
import lstm.model.Model;
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

    private static List<HistoryNote> notes(ModelEvaluation evaluation, Series rows) throws LstmException {
        return evaluation.run(rows).history().notes(model().preparation().historyRows(), rows);
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
}
