package lstm.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lstm.random.SplitMix64;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * One recurrent layer unrolled over the T steps of a slice of B windows. This class contains what all cells share: the
 * inputs and pre-activations off the heap, and the copies between them and the flat arrays that pointwise loops run
 * over. A subclass contains the equations of one step, forward and backward.
 *
 * <p>Shared equations, with X[t] [F, B] the input, H[t] [H, B] the output, H[-1] = 0, and Z[t] [G*H, B] the
 * pre-activations before the bias. X[t] and H[t-1] are stacked in memory, as are W [F, G*H] and U [H, G*H], so the two
 * products of a step are one:
 *
 * <pre>
 *   Z[t] = [W; U]^T [X[t]; H[t-1]]      [dX[t]; dH[t-1]] = [W; U] dZ[t]      d[W; U] += [X[t]; H[t-1]] dZ[t]^T
 * </pre>
 *
 * The rows of Z[t] that belong to one gate are a contiguous block of H*B values, [H, B] row by row. The forward pass
 * saves for each step the blocks that the backward pass needs; the backward pass overwrites them with dZ. A pass that
 * only predicts saves the last two steps, which stay in the second-level cache.
 */
abstract class Cell {
    /** H*B, the length of a block. */
    final int n;

    final BroadcastVector bias;
    /** d loss / d H[t], [H, B], complete when {@link #stepBackward} is called. */
    final float[] dHidden;
    /** Z[t] of the current step, in the backward pass dZ[t]: [G*H, B]. One step stays in the first-level cache. */
    final Matrix z;

    private final LayerContext layer;
    private final StepOrder order;
    private final int steps;
    private final List<BroadcastVector> vectors = new ArrayList<>();
    /** [T + 1][block][H*B]; the first entry is the state before the first step, others are null until needed. */
    private final float[][][] saved;
    /** Whether the blocks of every step are saved. */
    private boolean savingAll;

    private final GateActivation gates;
    private final CarriedGradients dCarried;
    private final LayerOutput output;
    /** For t = 0 .. T, the last for H[T-1] alone. */
    private final StepInputs inputs;
    /** For t = 0 .. T-1. */
    private final StepInputs dInputs;
    /** Null unless the gradients are traced. */
    private GradientRecorder recorder;

    Cell(LayerContext layer) {
        this.layer = layer;
        order = layer.pass().order();
        steps = order.steps();
        n = layer.units() * layer.rows();
        bias = vector("b");
        gates = new GateActivation(layer.cell().gates(), n, bias);
        saved = new float[steps + 1][][];
        saved[0] = new float[layer.cell().savedBlocks()][n];
        dHidden = new float[n];
        dCarried = new CarriedGradients(order, n);
        inputs = new StepInputs(layer, steps + 1);
        dInputs = new StepInputs(layer, steps);
        z = layer.zeros(layer.gates() * layer.units(), layer.rows());
        output = new LayerOutput(layer);
    }

    /** Computes H[t] from X[t], H[t-1] and the blocks saved of step t-1, and saves those of step t. */
    abstract void step(int t);

    /** Replaces Z[t] by dZ[t], given {@link #dHidden}. */
    abstract void stepBackward(int t);

    /** Computes dX[t] and dH[t-1] from dZ[t], and adds the step's share to the gradient of W and U. */
    abstract void multiplyBackward(int t);

    /** A gradient, [H*B], that the backward pass carries from each step to the one before it besides dH. */
    final float[] carried() {
        return dCarried.add();
    }

    /** A vector parameter that is loaded before each forward pass and its gradient stored after each backward pass. */
    final BroadcastVector vector(String name) {
        BroadcastVector vector = layer.vector(name);
        vectors.add(vector);
        return vector;
    }

    /**
     * Runs all steps.
     *
     * @param random draws the dropout of a training pass; null when predicting, where nothing is dropped
     * @param saveAll whether {@link #backward} or {@link #signals} follows
     */
    final void forward(SplitMix64 random, boolean saveAll) {
        savingAll = saveAll;
        vectors.forEach(BroadcastVector::load);
        gates.load();
        output.start(random);
        for (int t = 0; t < steps; t++) {
            step(t);
        }
    }

    /** Runs all steps backward and writes the gradients of the layer's parameters and of its input. */
    final void backward() {
        requireAllSaved();
        dCarried.start();
        for (int t = steps - 1; t >= 0; t--) {
            dInputs.gather(t, dHidden);
            output.addGradient(t, dHidden);
            dCarried.enter(t);
            stepBackward(t);
            dCarried.leave(t);
            if (recorder != null) {
                System.arraycopy(dHidden, 0, recorder.hidden[t], 0, n);
            }
            multiplyBackward(t);
        }
        vectors.forEach(BroadcastVector::storeGradient);
    }

    /** Writes X[0] .. X[T-1], given as [T, F, B]. */
    final void feed(float[] sequence) {
        inputs.feed(sequence);
    }

    /** d loss / d X[0] .. X[T-1] as [T, F, B], after {@link #backward}. */
    final float[] inputGradient() {
        return dInputs.sequence();
    }

    /** This cell as the consumer of the layer below. */
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

    /** Records the gradients of each step from now on. */
    final void recordGradients() {
        recorder = new GradientRecorder(steps, n);
    }

    /** The gradients of the last {@link #backward}; null unless they are recorded. */
    final GradientRecorder recorded() {
        return recorder;
    }

    /** Records d loss / d C[t]; for cells with a memory, from {@link #stepBackward}. */
    final void recordMemoryGradient(int t, float[] dC) {
        if (recorder != null) {
            System.arraycopy(dC, 0, recorder.memory[t], 0, n);
        }
    }

    /** The values of the units at step t by signal, [H*B] each; copies. Overwritten by {@link #backward}. */
    Map<CellSignal, float[]> signals(int t) {
        requireAllSaved();
        Map<CellSignal, float[]> signals = new EnumMap<>(CellSignal.class);
        List<CellSignal> names = layer.cell().signals();
        for (int block = 0; block < names.size(); block++) {
            signals.put(names.get(block), saved(t)[block].clone());
        }
        return signals;
    }

    /** The blocks saved of the step whose state step t starts from. */
    final float[][] before(int t) {
        return saved(order.before(t));
    }

    /** The blocks saved of step t, [block][H*B]; step -1 is the initial state, all zero and never written. */
    final float[][] saved(int t) {
        int place = savingAll ? t + 1 : order.place(t);
        if (saved[place] == null) {
            saved[place] = new float[saved[0].length][n];
        }
        return saved[place];
    }

    private void requireAllSaved() {
        if (!savingAll) {
            throw new IllegalStateException("the last pass only predicted");
        }
    }

    /** Passes H[t], [H, B], on to the steps that follow and, after dropout, to the consumer above. */
    final void emit(int t, float[] h) {
        inputs.passOn(t, h);
        output.write(t, h);
    }

    /** Computes all gates from Z[t], for cells whose gates depend on nothing else. Modifies {@code blocks}. */
    final void activate(float[][] blocks) {
        gates.apply(z, blocks);
    }

    /** Copies gates from..to-1 of Z[t] to their blocks and adds the bias. Modifies {@code blocks}. */
    final void load(int from, int to, float[][] blocks) {
        loadRaw(z, from, to, blocks);
        for (int gate = from; gate < to; gate++) {
            add(bias.value[gate], blocks[gate]);
        }
    }

    /** Copies gates from..to-1 of a [G*H, B] matrix to their blocks. Modifies {@code blocks}. */
    final void loadRaw(Matrix matrix, int from, int to, float[][] blocks) {
        for (int gate = from; gate < to; gate++) {
            matrix.read(gate * n, blocks[gate], 0, n);
        }
    }

    /** Copies the gate blocks to dZ[t] and adds them to the gradient of the bias. Modifies both. */
    final void store(float[][] blocks) {
        storeRaw(z, blocks);
        for (int gate = 0; gate < layer.gates(); gate++) {
            add(blocks[gate], bias.dValue[gate]);
        }
    }

    /** Copies the gate blocks to a [G*H, B] matrix. Modifies {@code matrix}. */
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

    /** 1 - share, a new array. */
    final float[] complement(float[] share) {
        float[] rest = new float[n];
        for (int j = 0; j < n; j++) {
            rest[j] = 1f - share[j];
        }
        return rest;
    }

    /** Prepares one product for each step. */
    final Product[] products(IntFunction<Product> ofStep) {
        return IntStream.range(0, steps).mapToObj(ofStep).toArray(Product[]::new);
    }

    /** [X[t]; H[t-1]], [F + H, B], for t = 0 .. T. */
    final Matrix input(int t) {
        return inputs.of(t);
    }

    /** [dX[t]; dH[t-1]], [F + H, B]. */
    final Matrix dInput(int t) {
        return dInputs.of(t);
    }
}
