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
    void aModelOfSeveralSeriesIsRefused() throws Exception {
        Model several = Training.of(List.of(Tiny.wave(90), Tiny.wave(100)))
                .settings(Tiny.settings())
                .run()
                .model();
        LstmException e = assertThrows(
                LstmException.class, () -> update(several, Tiny.wave(140)).run());
        assertEquals(Kind.MODEL, e.kind());
    }
}
