package lstm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lstm.prepare.Samples;
import org.junit.jupiter.api.Test;

class EpochOrderTest {
    /** Three series of 10, 200 and 50 windows. */
    private static final int[] STARTS = {0, 10, 210, 260};

    @Test
    void windowsAreDrawnOnceEachUnlessSeriesAreToBeDrawnEvenly() {
        int[] drawn = order(Sampling.WINDOWS, 0).draw(0);
        assertEquals(260, Arrays.stream(drawn).distinct().count());
    }

    @Test
    void everySeriesIsDrawnEquallyOftenAndEachOfItsWindowsTakesPart() {
        boolean[] seen = new boolean[260];
        EpochOrder order = order(Sampling.SERIES, 100);
        for (int epoch = 0; epoch < 200; epoch++) {
            int[] drawn = order.draw(epoch);
            assertEquals(100, drawn.length);
            for (int series = 0; series < 3; series++) {
                int from = STARTS[series];
                int to = STARTS[series + 1];
                long often =
                        Arrays.stream(drawn).filter(k -> k >= from && k < to).count();
                assertTrue(often == 33 || often == 34, "series " + series + " drawn " + often + " times");
            }
            Arrays.stream(drawn).forEach(k -> seen[k] = true);
        }
        for (int k = 0; k < seen.length; k++) {
            assertTrue(seen[k], "window " + k + " was never drawn");
        }
    }

    @Test
    void anEpochWithoutALimitDrawsAsManyWindowsAsThereAre() {
        assertEquals(260, order(Sampling.SERIES, 0).draw(0).length);
    }

    @Test
    void theSeedAndTheEpochDecide() {
        int[] first = order(Sampling.SERIES, 100).draw(3).clone();
        EpochOrder again = order(Sampling.SERIES, 100);
        assertFalse(Arrays.equals(first, again.draw(2)));
        assertArrayEquals(first, again.draw(3));
    }

    @Test
    void everySeriesIsDrawnAsOftenAsItWeighsAndOneOfNoWeightNever() {
        int[] drawn = order(Sampling.WEIGHT, 100, 0.75, 0, 0.25).draw(0);
        assertEquals(75, Arrays.stream(drawn).filter(k -> k < STARTS[1]).count());
        assertEquals(25, Arrays.stream(drawn).filter(k -> k >= STARTS[2]).count());
    }

    private static EpochOrder order(Sampling sampling, int windows, double... weights) {
        return new EpochOrder(
                new OfThree(weights), Recipe.CLASSIC.withSampling(sampling).withWindows(windows));
    }

    private record OfThree(double... weights) implements Samples {
        @Override
        public int count() {
            return STARTS[3];
        }

        @Override
        public int[] starts() {
            return STARTS;
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
}
