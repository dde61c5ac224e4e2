package lstm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTest {
    private final long seed = Seed.VALUE;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 101})
    void addingMarksOneValueOfEachHalfAndTheTruthIsTheirSum(int steps) {
        SyntheticSamples drawn = SyntheticTask.ADDING.draw(200, steps, seed, 0);
        for (int k = 0; k < 200; k++) {
            float[] sample = drawn.samples()[k];
            float sum = 0;
            int[] marks = new int[2];
            for (int t = 0; t < steps; t++) {
                assertTrue(sample[2 * t] >= 0 && sample[2 * t] <= 1);
                assertTrue(sample[2 * t + 1] == 0 || sample[2 * t + 1] == 1);
                sum += sample[2 * t] * sample[2 * t + 1];
                marks[t < steps / 2 ? 0 : 1] += (int) sample[2 * t + 1];
            }
            assertArrayEquals(new int[] {1, 1}, marks);
            assertEquals(sum, drawn.targets()[k]);
        }
    }

    @Test
    void copyFirstAsksForTheFirstValue() {
        SyntheticSamples drawn = SyntheticTask.COPY_FIRST.draw(50, 7, seed, 0);
        for (int k = 0; k < 50; k++) {
            assertEquals(7, drawn.samples()[k].length);
            assertEquals(drawn.samples()[k][0], drawn.targets()[k]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void partsOfASeedDifferAndTheSamePartIsTheSame(SyntheticTask task) {
        float[] learned = task.draw(50, 5, seed, 0).targets();
        assertArrayEquals(learned, task.draw(50, 5, seed, 0).targets());
        assertArrayEquals(Arrays.copyOf(learned, 20), task.draw(20, 5, seed, 0).targets());
        assertFalse(Arrays.equals(learned, task.draw(50, 5, seed, 1).targets()));
        assertFalse(Arrays.equals(learned, task.draw(50, 5, seed + 1, 0).targets()));
    }

    @Test
    void samplesAreReadStepByStepAndColumnByColumn() {
        SyntheticSamples drawn = new SyntheticSamples(
                new float[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}}, new float[] {1, 2, 3}, 2, 2);
        float[] to = new float[8];
        drawn.read(new int[] {1, 2, 0}, 1, 2, to);
        assertArrayEquals(new float[] {9, 1, 10, 2, 11, 3, 12, 4}, to);
        float[] truths = new float[2];
        drawn.targets(new int[] {1, 2, 0}, 1, 2, truths);
        assertArrayEquals(new float[] {3, 1}, truths);
    }

    @Test
    void oneStepIsNoTask() {
        assertThrows(IllegalArgumentException.class, () -> SyntheticTask.ADDING.draw(1, 1, seed, 0));
    }
}
