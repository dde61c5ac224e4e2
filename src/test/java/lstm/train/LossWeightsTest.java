package lstm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import lstm.prepare.Samples;
import org.junit.jupiter.api.Test;

class LossWeightsTest {
    /** Two series, of four windows and of one. */
    private record Weighed(double... weights) implements Samples {
        @Override
        public int count() {
            return 5;
        }

        @Override
        public int[] starts() {
            return new int[] {0, 4, 4, 5};
        }

        @Override
        public void read(int[] order, int from, int n, float[] to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void targets(int[] order, int from, int n, float[] to) {
            throw new UnsupportedOperationException();
        }
    }

    private static float[] factors(Sampling sampling, double... weights) {
        return new LossWeights(new Weighed(weights), sampling).of(new int[] {3, 4}, 0, 2);
    }

    @Test
    void theMeanOverTheDrawnWindowsIsOne() {
        assertArrayEquals(new float[] {0.5f, 3}, factors(Sampling.WINDOWS, 10, 7, 60));
        assertArrayEquals(new float[] {0.4f, 2.2f}, factors(Sampling.SERIES, 2, 2, 11));
    }

    @Test
    void windowsThatAreDrawnByWeightCountAlike() {
        assertArrayEquals(new float[0], factors(Sampling.WEIGHT, 10, 7, 60));
    }

    @Test
    void withoutWeightsOrWhereNothingCountsAllCountAlike() {
        assertArrayEquals(new float[0], factors(Sampling.WINDOWS));
        assertArrayEquals(new float[0], factors(Sampling.WINDOWS, 0, 7, 0));
    }
}
