package lstm.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lstm.network.ParameterLayout.Tensor;
import lstm.network.StaticInputs.Embedding;
import lstm.tensor.Matrix;

/**
 * Makes the static values of the windows, [S, B], into what the layers see of them, [E, B]: numbers stay as they are,
 * and a code becomes the learned vector of its category, a row of [categories, size]. Backward: the gradient of a
 * vector is the sum of dE over the windows of its category.
 */
final class StaticEncoder {
    private final StaticInputs inputs;
    /** T*F*B, where the static values begin. */
    private final int start;

    private final int window;
    private final int rows;
    private final Weights weights;
    private final Matrix gradient;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final float[] encoded;
    private final float[] joined;
    private float[] values;

    StaticEncoder(PassContext pass) {
        inputs = pass.architecture().statics();
        window = pass.window();
        rows = pass.rows();
        start = window * pass.architecture().inputs() * rows;
        weights = pass.weights();
        gradient = pass.gradient();
        for (int k = 1; k <= inputs.embeddings().size(); k++) {
            Tensor tensor = pass.architecture().layout().tensor(ParameterLayout.embedding(k));
            tensors.add(tensor);
            vectors.add(new float[tensor.size()]);
        }
        encoded = new float[inputs.width() * rows];
        boolean perStep = encoded.length > 0 && pass.architecture().segments().isEmpty();
        joined = perStep ? new float[start + window * encoded.length] : null;
    }

    /** What the layers see of the static values behind the windows, [T*F + S, B]; valid until the next call. */
    float[] forward(float[] windows) {
        values = windows;
        System.arraycopy(windows, start, encoded, 0, inputs.numbers() * rows);
        int to = inputs.numbers() * rows;
        for (int k = 0; k < tensors.size(); k++) {
            weights.read(tensors.get(k), vectors.get(k));
            int size = inputs.embeddings().get(k).size();
            for (int b = 0; b < rows; b++) {
                int from = code(k, b) * size;
                for (int e = 0; e < size; e++) {
                    encoded[to + e * rows + b] = vectors.get(k)[from + e];
                }
            }
            to += size * rows;
        }
        return encoded;
    }

    private int code(int embedding, int b) {
        return (int) values[start + (inputs.numbers() + embedding) * rows + b];
    }

    /** The windows with what {@link #forward} made appended to each row: [T, F + E, B]. */
    float[] perStep(float[] windows) {
        if (joined == null) {
            return windows;
        }
        int f = start / window;
        for (int t = 0; t < window; t++) {
            int to = t * (f + encoded.length);
            System.arraycopy(windows, t * f, joined, to, f);
            System.arraycopy(encoded, 0, joined, to + f, encoded.length);
        }
        return joined;
    }

    /** Splits d loss / d of {@link #perStep} into that of the windows, [T, F, B], and that of [E, B]. */
    float[] split(float[] dJoined, float[] dEncoded) {
        if (joined == null) {
            return dJoined;
        }
        int f = start / window;
        float[] dWindows = new float[start];
        Arrays.fill(dEncoded, 0f);
        for (int t = 0; t < window; t++) {
            int from = t * (f + encoded.length);
            System.arraycopy(dJoined, from, dWindows, t * f, f);
            for (int k = 0; k < encoded.length; k++) {
                dEncoded[k] += dJoined[from + f + k];
            }
        }
        return dWindows;
    }

    /** Writes the gradients of the vectors, given d loss / d of [E, B]. */
    void backward(float[] dEncoded) {
        int from = inputs.numbers() * rows;
        for (int k = 0; k < tensors.size(); k++) {
            Embedding embedding = inputs.embeddings().get(k);
            float[] d = vectors.get(k);
            Arrays.fill(d, 0f);
            for (int b = 0; b < rows; b++) {
                int to = code(k, b) * embedding.size();
                for (int e = 0; e < embedding.size(); e++) {
                    d[to + e] += dEncoded[from + e * rows + b];
                }
            }
            gradient.write(tensors.get(k).offset(), d, 0, d.length);
            from += embedding.size() * rows;
        }
    }

    /** d loss / d windows with the static values behind them, [T*F + S, B]; a code has none. */
    float[] withStatic(float[] dWindows, float[] dEncoded) {
        float[] all = Arrays.copyOf(dWindows, start + inputs.values() * rows);
        System.arraycopy(dEncoded, 0, all, start, inputs.numbers() * rows);
        return all;
    }
}
