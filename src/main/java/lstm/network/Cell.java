package lstm.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lstm.random.SplitMix64;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * One recurrent layer unrolled over the T steps of a slice of B windows. This class has what all cells share: the
 * products, which are most of the work, and the way between matrices off the heap and the flat arrays that pointwise
 * loops run over. A subclass has the equations of one step, forwards and backwards.
 *
 * <p>Shared equations, with X[t] [F, B] the input, H[t] [H, B] the output, H[-1] = 0, and Z[t] [G*H, B] the
 * pre-activations. X[t] and H[t-1] stand one below the other in memory, as do W [F, G*H] and U [H, G*H], so that the
 * two products of a step are one:
 *
 * <pre>
 *   Z[t] = [W; U]^T [X[t]; H[t-1]]      [dX[t]; dH[t-1]] = [W; U] dZ[t]      d[W; U] += [X[t]; H[t-1]] dZ[t]^T
 * </pre>
 *
 * The cell adds the bias and makes H[t] of Z[t]. A gate's rows of Z[t] are a block of H*B values that is contiguous in
 * memory. The forward pass keeps for every step the blocks that the backward pass needs; the backward pass puts dZ in
 * their place.
 */
abstract class Cell {
    /** H*B, the length of a block. */
    final int n;

    final Activations activations;
    final BroadcastVector bias;
    /** d loss / d H[t], filled by the time {@link #stepBack} is called. */
    final float[] dHidden;

    private final LayerContext layer;
    private final int steps;
    private final List<BroadcastVector> vectors = new ArrayList<>();
    private final float[][][] kept;
    private final float[] fromAbove;
    private final Gates gates;
    private final Dropout dropout;

    /** For t = 0 .. T, the last for H[T-1] alone. */
    private final StepInputs inputs;
    /** For t = 0 .. T-1. */
    private final StepInputs dInputs;

    /** Z[t] of the step at work, in the backward pass dZ[t]: [G*H, B]. One step stays in the first-level cache. */
    final Matrix z;

    private final Matrix[] outputs;
    private final Matrix[] dOutputs;
    /** Null unless somebody looks. */
    private GradientRecorder watch;

    /**
     * A cell that keeps so many blocks per step, its gates first.
     *
     * @param layer what to work on
     * @param keptBlocks blocks of H*B values kept per step for the backward pass
     */
    Cell(LayerContext layer, int keptBlocks) {
        this.layer = layer;
        steps = layer.steps();
        n = layer.units() * layer.rows();
        activations = new Activations(layer.gates() * n);
        bias = vector("b");
        gates = new Gates(layer.architecture().cell(), n, bias);
        kept = new float[steps + 1][keptBlocks][n];
        fromAbove = new float[n];
        dHidden = new float[n];
        inputs = new StepInputs(layer, steps + 1);
        dInputs = new StepInputs(layer, steps);
        z = Matrix.zeros(layer.gates() * layer.units(), layer.rows());
        outputs = IntStream.range(0, steps).mapToObj(layer.above()::output).toArray(Matrix[]::new);
        dOutputs = IntStream.range(0, steps).mapToObj(layer.above()::dOutput).toArray(Matrix[]::new);
        dropout = new Dropout(layer.architecture().dropout(), outputs.length, n);
    }

    /** Makes H[t] of X[t], H[t-1] and what was kept of step t-1. */
    abstract void step(int t);

    /** Puts dZ[t] in the place of Z[t], given {@link #dHidden}. */
    abstract void stepBack(int t);

    /** Of dZ[t] makes dX[t] and dH[t-1] and what the step adds to the gradient of W and U. */
    abstract void multiplyBack(int t);

    /** Forgets the gradient of the states that a backward pass carries from step to step beside H. */
    abstract void startBack();

    /** A vector parameter, loaded before each forward pass and its gradient stored after each backward pass. */
    final BroadcastVector vector(String name) {
        BroadcastVector vector = layer.vector(name);
        vectors.add(vector);
        return vector;
    }

    /**
     * Runs all steps.
     *
     * @param random draws the dropout of a training pass; null when predicting, where nothing is dropped
     */
    final void forward(SplitMix64 random) {
        vectors.forEach(BroadcastVector::load);
        gates.load();
        if (random == null) {
            dropout.off();
        } else {
            dropout.draw(random, t -> outputs[t] != null);
        }
        for (int t = 0; t < steps; t++) {
            step(t);
        }
    }

    /** Takes X[0] .. X[T-1] from [T, F, B]. */
    final void feed(float[] sequence) {
        inputs.feed(sequence);
    }

    /** d loss / d X[0] .. X[T-1] as [T, F, B], after {@link #backward}. */
    final float[] inputGradient() {
        return dInputs.sequence();
    }

    /** This cell, to the layer below. */
    final LayerContext.Above asAbove() {
        return new LayerContext.Above() {
            @Override
            public Matrix output(int t) {
                return inputs.input(t);
            }

            @Override
            public Matrix dOutput(int t) {
                return dInputs.input(t);
            }
        };
    }

    /** Runs all steps backwards and writes the gradients of the layer's parameters and of its input. */
    final void backward() {
        startBack();
        for (int t = steps - 1; t >= 0; t--) {
            gatherHidden(t);
            stepBack(t);
            if (watch != null) {
                System.arraycopy(dHidden, 0, watch.hidden[t], 0, n);
            }
            multiplyBack(t);
        }
        vectors.forEach(BroadcastVector::storeGradient);
    }

    /** From now on keeps the gradients of each step. */
    final void watch() {
        watch = new GradientRecorder(steps, n);
    }

    final GradientRecorder watched() {
        return watch;
    }

    /** Tells d loss / d C[t] to who watches; for cells with a memory, from {@link #stepBack}. */
    final void memoryGradient(int t, float[] dC) {
        if (watch != null) {
            System.arraycopy(dC, 0, watch.memory[t], 0, n);
        }
    }

    private void gatherHidden(int t) {
        if (t < steps - 1) {
            dInputs.readHidden(t + 1, dHidden, 0);
        } else {
            Arrays.fill(dHidden, 0f);
        }
        if (dOutputs[t] != null) {
            dOutputs[t].read(0, fromAbove, 0, n);
            add(dropout.of(t, fromAbove), dHidden);
        }
    }

    /** The blocks kept of step t; step -1 is the start, all zero and never written. */
    final float[][] kept(int t) {
        return kept[t + 1];
    }

    /** Puts out H[t], to the next step and, after dropout, to what stands above. */
    final void emit(int t, float[] h) {
        inputs.writeHidden(t + 1, h);
        if (outputs[t] != null) {
            outputs[t].write(0, dropout.of(t, h), 0, n);
        }
    }

    /** Makes all gates of Z[t] at once, for cells whose gates see nothing else. Modifies {@code blocks}. */
    final void activate(float[][] blocks) {
        gates.activate(z, blocks, activations);
    }

    /** Copies gates from..to of Z[t] into blocks, and adds their bias. Modifies {@code blocks}. */
    final void load(int from, int to, float[][] blocks) {
        loadRaw(z, from, to, blocks);
        for (int gate = from; gate < to; gate++) {
            add(bias.value[gate], blocks[gate]);
        }
    }

    /** Copies gates from..to of a [G*H, B] matrix into blocks. Modifies {@code blocks}. */
    final void loadRaw(Matrix matrix, int from, int to, float[][] blocks) {
        for (int gate = from; gate < to; gate++) {
            matrix.read(gate * n, blocks[gate], 0, n);
        }
    }

    /** Writes the gate blocks to dZ[t] and adds them to the gradient of the bias. Modifies dZ and that gradient. */
    final void store(float[][] blocks) {
        storeRaw(z, blocks);
        for (int gate = 0; gate < layer.gates(); gate++) {
            add(blocks[gate], bias.dValue[gate]);
        }
    }

    /** Writes the gate blocks to a [G*H, B] matrix. Modifies {@code matrix}. */
    final void storeRaw(Matrix matrix, float[][] blocks) {
        for (int gate = 0; gate < layer.gates(); gate++) {
            matrix.write(gate * n, blocks[gate], 0, n);
        }
    }

    /** to += what. Modifies {@code to}. */
    final void add(float[] what, float[] to) {
        for (int j = 0; j < n; j++) {
            to[j] += what[j];
        }
    }

    /** One product for each step. */
    final Product[] products(IntFunction<Product> ofStep) {
        return IntStream.range(0, steps).mapToObj(ofStep).toArray(Product[]::new);
    }

    /** H[0] .. H[T-1] as [T, H, B], before dropout. */
    final float[] hiddenSequence() {
        float[] sequence = new float[steps * n];
        for (int t = 0; t < steps; t++) {
            inputs.readHidden(t + 1, sequence, t * n);
        }
        return sequence;
    }

    final LayerContext layer() {
        return layer;
    }

    /** [X[t]; H[t-1]], [F + H, B]. */
    final Matrix input(int t) {
        return inputs.of(t);
    }

    /** [dX[t]; dH[t-1]], [F + H, B]. */
    final Matrix dInput(int t) {
        return dInputs.of(t);
    }
}
