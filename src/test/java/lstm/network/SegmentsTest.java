package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentsTest {
    private static final int WINDOW = 6;
    private static final int COUNT = 40;
    /** Five steps of two series, in segments of three: the second segment is cut off. */
    private static final int OUTPUTS = 10;

    private static Architecture network(CellKind cell, double dropout) {
        return new Architecture(cell, 2, 5, 2, dropout, OUTPUTS, Optional.of(new Segments(3, 2, 1, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberOfThreadsGivesTheSameBits(CellKind cell) {
        Example example = Example.draw(network(cell, 0.3), WINDOW, COUNT, Seed.random());
        float[] truth = Example.uniform(COUNT * OUTPUTS, new Random(Seed.VALUE + 1));
        float[] alone = new float[example.weights().length];
        float[] shared = new float[alone.length];
        try (Network one = example.network(1);
                Network three = example.network(3)) {
            DropoutKey key = new DropoutKey(1, 2, 3);
            double loss = one.train(example.from(0), COUNT, truth, Loss.Point.MSE, key, alone);
            assertEquals(loss, three.train(example.from(0), COUNT, truth, Loss.Point.MSE, key, shared));
            assertArrayEquals(alone, shared);
            assertArrayEquals(one.predict(example.from(0), COUNT), three.predict(example.from(0), COUNT));
        }
    }

    /** Every segment of the horizon starts from the state after the window, which the ones before must not replace. */
    @ParameterizedTest
    @EnumSource
    void aPassThatOnlyPredictsHasTheBitsOfOneThatSavesAllSteps(CellKind cell) {
        for (int window : new int[] {WINDOW - 3, WINDOW}) {
            Example example = Example.draw(network(cell, 0.3), window, 7, Seed.random());
            SlicePass pass = example.pass();
            float[] saving = new float[7 * OUTPUTS];
            pass.forward(example.windows(), saving, null);
            float[] predicting = new float[saving.length];
            pass.predict(example.windows(), predicting, null);
            assertArrayEquals(saving, predicting);
            assertThrows(IllegalStateException.class, () -> pass.backward(predicting));
        }
    }

    @Test
    void anUntrainedNetworkPredictsTheBiasOfItsHead() {
        Architecture network = network(CellKind.GRU, 0);
        float[] weights = Network.initialWeights(network, Seed.VALUE);
        Example example = Example.draw(network, WINDOW, 1, Seed.random());
        try (Network zero = new Network(network, WINDOW, 1)) {
            zero.load(weights);
            assertArrayEquals(new float[OUTPUTS], zero.predict(example.from(0), 1));
            zero.load(Network.withHeadBias(weights, network, new float[] {2, 7}));
            assertArrayEquals(new float[] {2, 2, 2, 2, 2, 7, 7, 7, 7, 7}, zero.predict(example.from(0), 1));
        }
    }

    @Test
    void aHorizonShorterThanASegmentNeedsNoOutputsBeyondIt() {
        Architecture network = new Architecture(CellKind.RNN, 1, 4, 1, 0, 2, Optional.of(new Segments(3, 1, 1, 0)));
        assertEquals(2, network.layout().tensor("dense.b").columns());
    }

    @Test
    void aWindowIsAWholeNumberOfSegments() {
        Architecture network = network(CellKind.LSTM, 0);
        assertThrows(IllegalArgumentException.class, () -> network.order(WINDOW + 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Architecture(CellKind.LSTM, 2, 5, 2, 0, OUTPUTS + 1, network.segments()));
    }
}
