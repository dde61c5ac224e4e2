package lstm.network;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lstm.tensor.Matrix;

/**
 * Turns the pre-activations Z [G*H, B] of a step into the values of all gates: s(Z + b) for a gate and tanh(Z + b) for
 * a candidate.
 */
final class GateActivation {
    /** Up to this length, blocks are processed as one array: starting a loop would cost more than running it. */
    private static final int SHORT = 128;

    private final int n;
    private final List<Gate> gates;
    private final BroadcastVector bias;
    /** Gate numbers, the sigmoids first. */
    private final int[] order;

    private final int sigmoids;
    private final float[] together;
    private final float[] biasTogether;

    /** For blocks of {@code n} = H*B values; the bias may be loaded later. */
    GateActivation(List<Gate> gates, int n, BroadcastVector bias) {
        this.n = n;
        this.gates = gates;
        this.bias = bias;
        order = IntStream.range(0, gates.size())
                .boxed()
                .sorted(Comparator.comparing(number -> gates.get(number).activation()))
                .mapToInt(number -> number)
                .toArray();
        sigmoids = (int) gates.stream()
                .filter(gate -> gate.activation() == Gate.Activation.SIGMOID)
                .count();
        together = new float[n <= SHORT ? gates.size() * n : 0];
        biasTogether = new float[together.length];
    }

    /** Takes over the current values of the bias. */
    void load() {
        for (int slot = 0; slot < order.length && together.length > 0; slot++) {
            System.arraycopy(bias.value[order[slot]], 0, biasTogether, slot * n, n);
        }
    }

    /** Computes the gates of z [G*H, B]. Modifies {@code blocks}, [G][H*B]. */
    void apply(Matrix z, float[][] blocks) {
        if (together.length > 0) {
            applyTogether(z, blocks);
            return;
        }
        for (int gate = 0; gate < order.length; gate++) {
            z.read(gate * n, blocks[gate], 0, n);
            add(bias.value[gate], blocks[gate], n);
            switch (gates.get(gate).activation()) {
                case SIGMOID -> Activations.sigmoid(blocks[gate], 0, n);
                case TANH -> Activations.tanh(blocks[gate], 0, n);
            }
        }
    }

    private void applyTogether(Matrix z, float[][] blocks) {
        for (int slot = 0; slot < order.length; slot++) {
            z.read(order[slot] * n, together, slot * n, n);
        }
        add(biasTogether, together, together.length);
        Activations.sigmoid(together, 0, sigmoids * n);
        Activations.tanh(together, sigmoids * n, together.length);
        for (int slot = 0; slot < order.length; slot++) {
            System.arraycopy(together, slot * n, blocks[order[slot]], 0, n);
        }
    }

    private static void add(float[] what, float[] to, int n) {
        for (int j = 0; j < n; j++) {
            to[j] += what[j];
        }
    }
}
