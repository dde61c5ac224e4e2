package lstm.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lstm.tensor.Matrix;
import lstm.tensor.Product;

/**
 * One recurrent layer unrolled over the T steps of a slice of B windows. This class has what all cells share: the
 * products, which are most of the work, and the way between matrices (row-major, off the heap) and gate blocks (flat
 * arrays on it). A subclass has the equations of one step, forwards and backwards.
 *
 * <p>Shared equations, with Z [T*B, G*H] the pre-activations and H [T*B, H] the outputs, H[-1] = 0:
 *
 * <pre>
 *   Z = X W, then step by step Z[t] += H[t-1] U          dW = X^T dZ     dU = Hprev^T dZ
 *   the cell adds b and makes H[t] of Z[t]               dX = dZ W^T     dH[t-1] += dZ[t] U^T
 * </pre>
 *
 * The forward pass keeps for every step the blocks that the backward pass needs; the backward pass puts dZ in their
 * place.
 */
abstract class Cell {
    /** B*H, the length of a block. */
    final int n;

    final Activations activations = new Activations();
    final RowVector bias;
    /** d loss / d H[t], filled by the time {@link #stepBack} is called. */
    final float[] dHidden;

    private final Layer layer;
    private final int steps;
    private final int rows;
    private final int gateColumns;
    private final List<RowVector> vectors = new ArrayList<>();
    private final float[][][] kept;
    private final float[] rowMajor;
    private final float[] upstream;

    private final Matrix z;
    private final Matrix[] zSteps;
    /** H[-1], H[0], ... H[T-1]: [(T+1)*B, H]. */
    private final Matrix hidden;

    private final Matrix[] hiddenSteps;
    private final Matrix fromNextStep;
    private final Dropout dropout;
    private final Matrix output;

    private final Product project;
    private final Product[] recurrent;
    private final Product[] recurrentBack;
    private final Product inputWeights;
    private final Product recurrentWeights;

    /**
     * A cell that keeps so many blocks per step, its gates first.
     *
     * @param layer what to work on
     * @param keptBlocks blocks of B*H values kept per step for the backward pass
     */
    Cell(Layer layer, int keptBlocks) {
        this.layer = layer;
        steps = layer.steps();
        rows = layer.rows();
        int units = layer.units();
        n = rows * units;
        gateColumns = layer.gates() * units;
        bias = vector("b");
        kept = new float[steps + 1][keptBlocks][n];
        rowMajor = new float[rows * gateColumns];
        upstream = new float[n];
        dHidden = new float[n];
        z = Matrix.zeros(steps * rows, gateColumns);
        zSteps = stepsOf(z);
        hidden = Matrix.zeros((steps + 1) * rows, units);
        hiddenSteps = stepsOf(hidden);
        fromNextStep = Matrix.zeros(rows, units);
        dropout = new Dropout(layer.architecture().dropout(), layer.isLast() ? 1 : steps, n);
        output = Matrix.zeros(steps * rows, units);
        project = Product.of(layer.input(), layer.weight("W"), z);
        recurrent = products(t -> Product.of(hiddenSteps[t], layer.weight("U"), zSteps[t]));
        recurrentBack = products(t -> Product.of(zSteps[t], layer.transpose("U"), fromNextStep));
        inputWeights = Product.ofTransposed(layer.input(), z, layer.dWeight("W"));
        recurrentWeights = Product.ofTransposed(hidden(), z, layer.dWeight("U"));
    }

    /** Makes H[t] of Z[t] and what was kept of step t-1. */
    abstract void step(int t);

    /** Puts dZ[t] in the place of Z[t], given {@link #dHidden}. */
    abstract void stepBack(int t);

    /** Forgets the gradient of the states that a backward pass carries from step to step beside H. */
    abstract void startBack();

    /** A vector parameter, loaded before each forward pass and its gradient stored after each backward pass. */
    final RowVector vector(String name) {
        RowVector vector = layer.vector(name);
        vectors.add(vector);
        return vector;
    }

    /** The layer's output after dropout, [T*B, H]; of the last layer only step T-1 is meant to be read. */
    final Matrix output() {
        return output;
    }

    /**
     * Runs all steps.
     *
     * @param random draws the dropout of a training pass; null when predicting, where nothing is dropped
     */
    final void forward(Generator random) {
        vectors.forEach(RowVector::load);
        if (random == null) {
            dropout.off();
        } else {
            dropout.draw(random);
        }
        project.set();
        for (int t = 0; t < steps; t++) {
            step(t);
        }
    }

    /**
     * Runs all steps backwards and writes the gradients of the layer's parameters.
     *
     * @param dOutput d loss / d output: [T*B, H], or of the last layer [B, H] for step T-1
     */
    final void backward(Matrix dOutput) {
        startBack();
        for (int t = steps - 1; t >= 0; t--) {
            gatherHidden(t, dOutput);
            stepBack(t);
            if (t > 0) {
                backToHidden(t);
            }
        }
        inputWeights.set();
        recurrentGradient();
        vectors.forEach(RowVector::storeGradient);
    }

    /** dX = dZ W^T, d loss / d input, to be run after {@link #backward}; modifies {@code dInput} [T*B, F]. */
    final Product inputGradient(Matrix dInput) {
        return Product.of(z, layer.transpose("W"), dInput);
    }

    private void gatherHidden(int t, Matrix dOutput) {
        if (t < steps - 1) {
            fromNextStep.read(0, dHidden, 0, n);
        } else {
            Arrays.fill(dHidden, 0f);
        }
        int source = layer.isLast() ? t - (steps - 1) : t;
        if (source >= 0) {
            dOutput.read(source * n, upstream, 0, n);
            dropout.apply(source, upstream);
            for (int j = 0; j < n; j++) {
                dHidden[j] += upstream[j];
            }
        }
    }

    /** Z[t] += H[t-1] U. */
    void recur(int t) {
        recurrent[t].add();
    }

    /** dH[t-1] = dZ[t] U^T, to which the layer above is added. Modifies {@link #fromNextStep}. */
    void backToHidden(int t) {
        recurrentBack[t].set();
    }

    /** dU = Hprev^T dZ. Modifies the gradient. */
    void recurrentGradient() {
        recurrentWeights.set();
    }

    /** The blocks kept of step t; step -1 is the start, all zero and never written. */
    final float[][] kept(int t) {
        return kept[t + 1];
    }

    /** Puts out H[t]. */
    final void emit(int t, float[] h) {
        hidden.write((t + 1) * n, h, 0, n);
        int target = layer.isLast() ? t - (steps - 1) : t;
        if (target >= 0) {
            System.arraycopy(h, 0, upstream, 0, n);
            dropout.apply(target, upstream);
            output.write(t * n, upstream, 0, n);
        }
    }

    /** Copies gates from..to of Z[t] into blocks, and adds their bias. Modifies {@code blocks}. */
    final void load(int t, int from, int to, float[][] blocks) {
        loadRaw(z, t, from, to, blocks);
        for (int gate = from; gate < to; gate++) {
            add(bias.value[gate], blocks[gate]);
        }
    }

    /** Copies gates from..to of step t of a [T*B, G*H] matrix into blocks. Modifies {@code blocks}. */
    final void loadRaw(Matrix matrix, int t, int from, int to, float[][] blocks) {
        int units = layer.units();
        matrix.read(t * rowMajor.length, rowMajor, 0, rowMajor.length);
        for (int row = 0; row < rows; row++) {
            for (int gate = from; gate < to; gate++) {
                System.arraycopy(rowMajor, row * gateColumns + gate * units, blocks[gate], row * units, units);
            }
        }
    }

    /** Writes the gate blocks to dZ[t] and adds them to the gradient of the bias. Modifies dZ and that gradient. */
    final void store(int t, float[][] blocks) {
        storeRaw(z, t, blocks);
        for (int gate = 0; gate < bias.dValue.length; gate++) {
            add(blocks[gate], bias.dValue[gate]);
        }
    }

    /** Writes the gate blocks to step t of a [T*B, G*H] matrix. Modifies {@code matrix}. */
    final void storeRaw(Matrix matrix, int t, float[][] blocks) {
        int units = layer.units();
        for (int row = 0; row < rows; row++) {
            for (int gate = 0; gate < layer.gates(); gate++) {
                System.arraycopy(blocks[gate], row * units, rowMajor, row * gateColumns + gate * units, units);
            }
        }
        matrix.write(t * rowMajor.length, rowMajor, 0, rowMajor.length);
    }

    /** to += what. Modifies {@code to}. */
    final void add(float[] what, float[] to) {
        for (int j = 0; j < n; j++) {
            to[j] += what[j];
        }
    }

    /** Makes the views of each step of a [T*B, .] matrix. */
    final Matrix[] stepsOf(Matrix matrix) {
        Matrix[] views = new Matrix[steps];
        Arrays.setAll(views, t -> matrix.rows(t * rows, rows));
        return views;
    }

    /** H[0] .. H[T-1] as [T, B, H], before dropout. */
    final float[] hiddenSequence() {
        return hidden.rows(rows, steps * rows).toArray();
    }

    /** One product for each step. */
    final Product[] products(IntFunction<Product> ofStep) {
        return IntStream.range(0, steps).mapToObj(ofStep).toArray(Product[]::new);
    }

    final Layer layer() {
        return layer;
    }

    /** H[-1] .. H[T-2], [T*B, H]. */
    final Matrix hidden() {
        return hidden.rows(0, steps * rows);
    }

    /** H[t-1]. */
    final Matrix hiddenStep(int t) {
        return hiddenSteps[t];
    }

    /** Where the gradient of H[t-1] that comes through step t is put, [B, H]. */
    final Matrix fromNextStep() {
        return fromNextStep;
    }

    final Matrix z() {
        return z;
    }
}
