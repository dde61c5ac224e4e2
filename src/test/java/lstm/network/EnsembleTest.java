package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final int STEPS = 5;
    private static final int WINDOWS = 37;
    private static final Architecture SMALL = new Architecture(CellKind.GRU, 1, 4, 1, 0.3, 2);

    private static void read(int from, int count, float[] to) {
        for (int t = 0; t < STEPS; t++) {
            for (int k = 0; k < count; k++) {
                to[t * count + k] = (float) Math.sin(t + 0.7 * (from + k));
            }
        }
    }

    private static List<float[]> weights(int networks) {
        return IntStream.range(0, networks)
                .mapToObj(seed -> Network.initialWeights(SMALL, seed))
                .toList();
    }

    private static float[] alone(float[] weights) {
        try (Network network = new Network(SMALL, STEPS, 1)) {
            network.load(weights);
            return network.predict(EnsembleTest::read, WINDOWS);
        }
    }

    private static Ensemble open(int networks, int threads) {
        Ensemble ensemble = new Ensemble(SMALL, networks, STEPS, threads);
        ensemble.load(weights(networks));
        return ensemble;
    }

    @Test
    void itsPredictionIsTheMedianOfTheNetworksWhateverTheThreads() {
        for (int networks : new int[] {1, 2, 3, 5}) {
            List<float[]> each =
                    weights(networks).stream().map(EnsembleTest::alone).toList();
            float[] expected = new float[WINDOWS * 2];
            for (int place = 0; place < expected.length; place++) {
                int at = place;
                double[] sorted =
                        each.stream().mapToDouble(one -> one[at]).sorted().toArray();
                expected[place] = (float) ((sorted[(networks - 1) / 2] + sorted[networks / 2]) / 2);
            }
            for (int threads : new int[] {1, 2, 8}) {
                try (Ensemble ensemble = open(networks, threads)) {
                    assertArrayEquals(expected, ensemble.predict(EnsembleTest::read, WINDOWS));
                }
            }
        }
    }

    @Test
    void drawsWithDropoutComeFromEachNetworkInTurnsOfEqualLength() {
        DropoutKey key = new DropoutKey(7, 1, 0);
        try (Ensemble one = open(1, 1);
                Ensemble three = open(3, 2)) {
            float[] all = one.sample(EnsembleTest::read, 12, key);
            float[] shared = three.sample(EnsembleTest::read, 36, key);
            assertArrayEquals(all, Arrays.copyOf(shared, 24), "the first third is of the first network");
            assertTrue(Arrays.mismatch(alone(weights(3).get(1)), 24, 48, shared, 24, 48) >= 0);
        }
    }

    @Test
    void aPredictionThatIsNoNumberIsNotHiddenByTheOthers() {
        float[] median = Ensemble.median(new float[][] {{1, Float.NaN}, {5, 2}, {3, 2}});
        assertEquals(3, median[0]);
        assertTrue(Float.isNaN(median[1]));
    }

    @Test
    void thereAreFromOneToAHundredNetworks() {
        assertThrows(IllegalArgumentException.class, () -> new Ensemble(SMALL, 0, STEPS, 1));
        assertThrows(IllegalArgumentException.class, () -> new Ensemble(SMALL, 101, STEPS, 1));
    }
}
