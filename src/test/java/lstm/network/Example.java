package lstm.network;

import java.util.Random;
import lstm.tensor.Workspace;

/**
 * Random weights and windows for a small network.
 *
 * @param rows how many windows
 * @param windows [T, F, rows]
 */
public record Example(Architecture architecture, int steps, int rows, float[] weights, float[] windows) {
    /** Weights and windows uniform in [-0.6, 0.6): gates neither shut nor open, and gradients that do not vanish. */
    public static Example draw(Architecture architecture, int steps, int rows, Random random) {
        float[] weights = uniform(architecture.layout().size(), random);
        return new Example(architecture, steps, rows, weights, uniform(steps * rows * architecture.inputs(), random));
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
        int width = architecture.inputs();
        return (from, count, to) -> {
            for (int column = 0; column < steps * width; column++) {
                System.arraycopy(windows, column * rows + first + from, to, column * count, count);
            }
        };
    }
}
