package lstm.network;

import java.util.Comparator;
import java.util.stream.IntStream;
import lstm.tensor.Matrix;

/** All gates of a step made at once: bias added, then sigmoid, or tanh for a candidate. */
final class Gates {
    /** With blocks no longer than this it pays to handle them as one array: the loops' start-up costs more. */
    private static final int SHORT = 128;

    private final int n;
    private final CellKind kind;
    private final BroadcastVector bias;
    /** Gate numbers, those with a sigmoid first. */
    private final int[] order;

    private final int sigmoids;
    private final float[] together;
    private final float[] biasTogether;

    /** For blocks of n values; the bias may be loaded later. */
    Gates(CellKind kind, int n, BroadcastVector bias) {
        this.n = n;
        this.kind = kind;
        this.bias = bias;
        int count = kind.gates().size();
        order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparing(kind::isCandidate))
                .mapToInt(gate -> gate)
                .toArray();
        sigmoids = (int) IntStream.range(0, count)
                .filter(gate -> !kind.isCandidate(gate))
                .count();
        together = new float[n <= SHORT ? count * n : 0];
        biasTogether = new float[together.length];
    }

    /** Takes the bias's present values. */
    void load() {
        for (int slot = 0; slot < order.length && together.length > 0; slot++) {
            System.arraycopy(bias.value[order[slot]], 0, biasTogether, slot * n, n);
        }
    }

    /** Makes the gates of the pre-activations z [G*H, B]. Modifies {@code blocks}, one for each gate. */
    void activate(Matrix z, float[][] blocks, Activations activations) {
        if (together.length > 0) {
            activateTogether(z, blocks, activations);
            return;
        }
        for (int gate = 0; gate < order.length; gate++) {
            z.read(gate * n, blocks[gate], 0, n);
            addTo(blocks[gate], bias.value[gate], n);
            if (kind.isCandidate(gate)) {
                activations.tanh(blocks[gate], n);
            } else {
                activations.sigmoid(blocks[gate], n);
            }
        }
    }

    private void activateTogether(Matrix z, float[][] blocks, Activations activations) {
        for (int slot = 0; slot < order.length; slot++) {
            z.read(order[slot] * n, together, slot * n, n);
        }
        addTo(together, biasTogether, together.length);
        activations.apply(together, sigmoids * n, together.length - sigmoids * n);
        for (int slot = 0; slot < order.length; slot++) {
            System.arraycopy(together, slot * n, blocks[order[slot]], 0, n);
        }
    }

    private static void addTo(float[] to, float[] what, int n) {
        for (int j = 0; j < n; j++) {
            to[j] += what[j];
        }
    }
}
