package lstm.network;

import java.util.Random;
import lstm.tensor.Workspace;

/**
 * Random weights and windows for a small network.
 *
 * @param rows how many windows
 * @param windows [T*F + S, rows]
 */
public record Example(Architecture architecture, int steps, int rows, float[] weights, float[] windows) {
    /** Weights and windows uniform in [-0.6, 0.6): gates neither shut nor open, and gradients that do not vanish. */
    public static Example draw(Architecture architecture, int steps, int rows, Random random) {
        float[] weights = uniform(architecture.layout().size(), random);
        float[] windows = uniform(rows * architecture.windowValues(steps), random);
        int at = rows * (steps * architecture.inputs() + architecture.statics().numbers());
        for (StaticInputs.Embedding embedding : architecture.statics().embeddings()) {
            for (int row = 0; row < rows; row++) {
                windows[at++] = random.nextInt(embedding.categories());
            }
        }
        return new Example(architecture, steps, rows, weights, windows);
    }

    public static float[] uniform(int n, Random random) {
        float[] values = new float[n];
        for (int k = 0; k < n; k++) {
            values[k] = 1.2f * random.nextFloat() - 0.6f;
        }
        return values;
    }

    /** A pass over all windows at once. */
    SlicePass pass() {
        Workspace workspace = new Workspace();
        Weights shared = new Weights(architecture.layout(), workspace);
        shared.load(weights);
        return new SlicePass(architecture, steps, rows, shared, workspace);
    }

    /** A network with these weights. */
    public Network network(int threads) {
        Network network = new Network(architecture, steps, threads);
        network.load(weights);
        return network;
    }

    /** The windows from number {@code first} on, as a batch. */
    public Network.WindowReader from(int first) {
        int values = architecture.windowValues(steps);
        return (from, count, to) -> {
            for (int column = 0; column < values; column++) {
                System.arraycopy(windows, column * rows + first + from, to, column * count, count);
            }
        };
    }
}
