package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.model.Model;
import lstm.model.RowRole;
import lstm.series.Series;
import lstm.train.TrainingState;
import org.junit.jupiter.api.Test;

class ModelUpdateTest {
    private static Model model() throws LstmException {
        return Training.of(Tiny.wave(100)).settings(Tiny.settings()).run().model();
    }

    private static ModelUpdate update(Model model, Series rows) throws LstmException {
        return ModelUpdate.of(model, "wave.json", rows).epochs(2).threads(1);
    }

    @Test
    void newRowsAreLearnedAndJudged() throws Exception {
        Model old = model();
        UpdateResult result = update(old, Tiny.wave(140)).run().orElseThrow();
        assertEquals(40, result.rows().count());
        assertEquals(1, result.before().size());
        assertEquals(1, result.after().size());
        boolean better = result.after().get(0).model().rmse()
                <= result.before().get(0).model().rmse();
        assertEquals(better, result.isNew());
        assertEquals(better ? 140 : 100, result.model().data().rows());
    }

    @Test
    void withNothingHeldOutTheNewWeightsAreKept() throws Exception {
        UpdateResult result =
                update(model(), Tiny.wave(140)).validation(0).run().orElseThrow();
        assertTrue(result.isNew());
        assertTrue(result.after().isEmpty());
    }

    @Test
    void rowsThatTheModelHasSeenChangeNothing() throws Exception {
        Model old = model();
        UpdateResult result = update(old, Tiny.wave(100)).run().orElseThrow();
        assertFalse(result.isNew());
        assertSame(old, result.model());
    }

    @Test
    void aListenerStopsIt() throws Exception {
        Optional<UpdateResult> result = update(model(), Tiny.wave(140))
                .prepare()
                .run(new TrainingListener() {
                    @Override
                    public boolean afterStep(TrainingState state, int batches) {
                        return true;
                    }
                });
        assertTrue(result.isEmpty());
    }

    @Test
    void aModelOfSeveralSeriesLearnsNewRowsAndNewSeriesTogether() throws Exception {
        Model old = several();
        List<Series> grown = List.of(Tiny.wave(110), Tiny.wave(130), Tiny.wave(95));

        UpdateResult result = update(old, grown).validation(0).run().orElseThrow();

        assertTrue(result.isNew());
        assertEquals(110 + 130 + 95 - 90 - 100, result.rows().count());
        assertEquals(1, result.rows().more());
        assertEquals(3, result.model().data().series());
        assertEquals(old.preparation(), result.model().preparation());
        assertFalse(
                update(result.model(), grown).validation(0).run().orElseThrow().isNew());
    }

    @Test
    void rowsThatTaughtTheOldWeightsAreNotCalledUnseen() throws Exception {
        UpdateResult few =
                update(several(), List.of(Tiny.wave(91), Tiny.wave(101))).run().orElseThrow();
        UpdateResult many =
                update(several(), List.of(Tiny.wave(400), Tiny.wave(400))).run().orElseThrow();

        assertEquals(RowRole.CHOSE, few.before().get(0).over().role());
        assertEquals(RowRole.UNSEEN, many.before().get(0).over().role());
    }

    @Test
    void aModelOfSeveralSeriesIsNotUpdatedWithOne() throws Exception {
        Model old = several();
        LstmException e = assertThrows(
                LstmException.class, () -> update(old, Tiny.wave(140)).run());
        assertEquals(Kind.DATA, e.kind());
    }

    private static Model several() throws LstmException {
        return Training.of(List.of(Tiny.wave(90), Tiny.wave(100)))
                .settings(Tiny.settings())
                .run()
                .model();
    }

    private static ModelUpdate update(Model model, List<Series> rows) throws LstmException {
        return ModelUpdate.of(model, "wave.json", rows).epochs(2).threads(1);
    }
}
