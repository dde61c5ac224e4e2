package lstm.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import lstm.explain.CellTrial;
import lstm.explain.ComparisonTask;
import lstm.explain.GradientFlow;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.prepare.Panel;
import lstm.prepare.PreparationPlan;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.TargetReason;
import lstm.train.Recipe;
import lstm.train.SyntheticTask;
import lstm.train.Trainer;
import lstm.train.TrainingState;
import org.junit.jupiter.api.Test;

class CellComparisonTest {
    private static final Trainer.Listener NOBODY = new Trainer.Listener() {
        @Override
        public boolean afterStep(TrainingState state, int batches) {
            return false;
        }

        @Override
        public void afterEpoch(TrainingState state, boolean improved) {
            // Nobody looks.
        }
    };

    private static Recipe recipe(int epochs, double rate) {
        return Recipe.CLASSIC.withEpochs(epochs).withBatch(16).withRate(rate).withClipNorm(1);
    }

    private static CellTrial train(CellKind cell, int units, ComparisonTask job, Recipe recipe, double keepBias) {
        Architecture architecture = new Architecture(cell, job.inputs(), units, 1, 0, 1);
        return new CellComparison(
                        job, Settings.CLASSIC.withRecipe(recipe), new CellComparison.Terms(Optional.of(keepBias), 1, 1))
                .train(architecture, NOBODY);
    }

    private static ComparisonTask task(SyntheticTask task, int steps, int samples) {
        return new ComparisonTask.OfTask(task.draw(samples, steps, 1, 0), task.draw(samples / 4, steps, 1, 1));
    }

    @Test
    void anLstmAddsTwoMarkedValuesOfTwelve() {
        CellTrial trained = train(CellKind.LSTM, 12, task(SyntheticTask.ADDING, 12, 1000), recipe(15, 0.02), 2);
        double skill = trained.score().orElseThrow().skill().orElseThrow();
        assertTrue(skill > 0.7, "skill " + skill);
    }

    @Test
    void aGruRecallsTheFirstOfTwelveValues() {
        CellTrial trained = train(CellKind.GRU, 12, task(SyntheticTask.COPY_FIRST, 12, 1000), recipe(10, 0.02), 3);
        double skill = trained.score().orElseThrow().skill().orElseThrow();
        assertTrue(skill > 0.7, "skill " + skill);
    }

    @Test
    void theBaselineOfATaskIsTheMeanOfWhatIsLearnedFrom() {
        ComparisonTask.OfTask job = (ComparisonTask.OfTask) task(SyntheticTask.ADDING, 10, 400);
        CellTrial trained = train(CellKind.RNN, 2, job, recipe(1, 0.001), 0);
        double mean = 0;
        for (float truth : job.training().targets()) {
            mean += truth / 400.0;
        }
        double squares = 0;
        for (float truth : job.validation().targets()) {
            squares += (truth - mean) * (truth - mean) / 100;
        }
        assertEquals(Math.sqrt(squares), trained.score().orElseThrow().naive().rmse(), 1e-9);
    }

    @Test
    void theGradientOfAnRnnVanishesWhereTheMemoryOfAnLstmKeepsIt() {
        ComparisonTask job = task(SyntheticTask.ADDING, 60, 64);
        GradientFlow rnn =
                train(CellKind.RNN, 8, job, recipe(1, 0.001), 0).gradientFlow().orElseThrow();
        GradientFlow lstm =
                train(CellKind.LSTM, 8, job, recipe(1, 0.001), 6).gradientFlow().orElseThrow();
        assertTrue(rnn.memory().isEmpty());
        double[] memory = lstm.memory().orElseThrow();
        assertEquals(1, rnn.hidden()[0]);
        assertEquals(1, memory[0]);
        assertTrue(rnn.hidden()[59] < 0.01, "rnn " + rnn.hidden()[59]);
        assertTrue(memory[59] > 0.5, "lstm " + memory[59]);
    }

    @Test
    void theReachIsTheFurthestStepWithThatShare() {
        GradientFlow travel = new GradientFlow(new double[] {1, 0.5, 0.001, 0.02, 0.001}, Optional.empty());
        assertEquals(3, travel.reach(0.01));
        assertEquals(1, travel.reach(0.5));
        assertEquals(0, new GradientFlow(new double[] {Double.NaN, Double.NaN}, Optional.empty()).reach(0.01));
    }

    private static ComparisonTask series(double[] target) {
        long[] stamps = LongStream.rangeClosed(1, target.length).toArray();
        Series series = new Series(
                "test",
                List.of("y"),
                new double[][] {target},
                StampColumn.of(stamps),
                StampKind.NONE,
                Optional.empty(),
                TargetReason.values()[0],
                List.of());
        return new ComparisonTask.OfSeries(Panel.of(PreparationPlan.CLASSIC, 8, List.of(series), 0.2), List.of(series));
    }

    @Test
    void aSeriesIsScoredInItsOwnUnitsBesideTheLastValue() {
        double[] target = new double[80];
        Arrays.setAll(target, k -> 1000 + 100 * StrictMath.sin(k / 3.0));
        ComparisonTask job = series(target);
        CellTrial trained = train(CellKind.LSTM, 8, job, recipe(60, 0.02), 1);
        assertEquals(16, trained.score().orElseThrow().model().count());
        double squares = 0;
        for (int k = 64; k < 80; k++) {
            squares += (target[k] - target[k - 1]) * (target[k] - target[k - 1]) / 16;
        }
        assertEquals(Math.sqrt(squares), trained.score().orElseThrow().naive().rmse(), 1e-9);
        assertTrue(trained.score().orElseThrow().skill().orElseThrow() > 0.3);
    }

    @Test
    void aTrainingThatDivergesAtOnceHasNoScore() {
        CellTrial trained = train(CellKind.RNN, 4, task(SyntheticTask.ADDING, 10, 64), recipe(3, 1e38), 0);
        assertEquals(Optional.of(1), trained.diverged());
        assertTrue(trained.best().isEmpty());
        assertTrue(trained.score().isEmpty());
    }

    @Test
    void theSameTrainingGivesTheSameNumbers() {
        CellTrial one = train(CellKind.COUPLED, 4, task(SyntheticTask.COPY_FIRST, 10, 64), recipe(2, 0.01), 1);
        CellTrial again = train(CellKind.COUPLED, 4, task(SyntheticTask.COPY_FIRST, 10, 64), recipe(2, 0.01), 1);
        assertEquals(one.history(), again.history());
        assertEquals(one.score(), again.score());
        assertArrayEquals(
                one.gradientFlow().orElseThrow().hidden(),
                again.gradientFlow().orElseThrow().hidden());
    }
}
