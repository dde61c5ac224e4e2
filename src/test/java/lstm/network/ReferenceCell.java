package lstm.network;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One recurrent layer in float64, forwards only, one window and one unit at a time: the equations and nothing else. */
final class ReferenceCell {
    private final CellKind kind;
    /** Steps that follow one another; each later one follows the last of these. */
    private final int encoding;

    private final String gates;
    private final int units;
    private final double[] parameters;
    private final Map<String, Integer> offsets = new HashMap<>();
    /** What the last run did, [T][H] for each quantity that the cell has. */
    final Map<CellSignal, double[][]> seen = new EnumMap<>(CellSignal.class);
    /** What is added to h and to c of each step, [T][H]; zero but in tests of gradients. */
    final double[][] nudgeH;

    final double[][] nudgeC;

    /** The input of the step, and h and c before it. */
    private double[] x;

    private double[] h;
    private double[] c;
    /** h and c after the step. */
    private double[] hNext;

    private double[] cNext;
    /** log n of the scalar LSTM before and after the step. */
    private double[] l;

    private double[] lNext;
    /** r * h of the step, the same for every unit; made with the first. */
    private final double[] reset;

    private int t;

    /** Layer 1, 2, ... of a network with the given flat parameters, which may change between runs. */
    ReferenceCell(Architecture network, int layer, int steps, double[] parameters) {
        nudgeH = new double[steps][network.units()];
        nudgeC = new double[steps][network.units()];
        this.kind = network.cell();
        this.encoding = network.segments().isPresent() ? steps - positions(network) : steps;
        this.gates = kind.gates().stream().map(Gate::letter).collect(Collectors.joining());
        this.units = network.units();
        this.reset = new double[units];
        this.parameters = parameters;
        String prefix = "layer" + layer + ".";
        network.layout().tensors().stream()
                .filter(tensor -> tensor.name().startsWith(prefix))
                .forEach(tensor -> offsets.put(tensor.name().substring(prefix.length()), tensor.offset()));
    }

    private static int positions(Architecture network) {
        return network.layout().tensor("decoder.position").rows();
    }

    /** The outputs [T][H] of the inputs [T][F]. */
    double[][] run(double[][] inputs) {
        double[][] outputs = new double[inputs.length][];
        h = new double[units];
        c = new double[units];
        l = new double[units];
        for (t = 0; t < inputs.length; t++) {
            x = inputs[t];
            hNext = new double[units];
            cNext = new double[units];
            lNext = new double[units];
            for (int j = 0; j < units; j++) {
                step(j);
                hNext[j] += nudgeH[t][j];
            }
            outputs[t] = hNext;
            if (t < encoding) {
                h = hNext;
                c = cNext;
                l = lNext;
            }
        }
        return outputs;
    }

    private double see(CellSignal quantity, int j, double value) {
        seen.computeIfAbsent(quantity, any -> new double[nudgeH.length][units])[t][j] = value;
        return value;
    }

    private void step(int j) {
        switch (kind) {
            case LSTM -> lstm(j);
            case PEEPHOLE -> peephole(j);
            case COUPLED -> coupled(j);
            case GRU -> gru(j);
            case GRU_ORIGINAL -> gruOriginal(j);
            case RNN -> hNext[j] = see(CellSignal.STATE, j, Math.tanh(z('h', j)));
            case SLSTM -> slstm(j);
            case MIN_GRU -> minGru(j);
        }
    }

    private void lstm(int j) {
        double i = see(CellSignal.INPUT_GATE, j, sigmoid(z('i', j)));
        double f = see(CellSignal.FORGET_GATE, j, sigmoid(z('f', j)));
        double g = see(CellSignal.CANDIDATE, j, Math.tanh(z('g', j)));
        double o = see(CellSignal.OUTPUT_GATE, j, sigmoid(z('o', j)));
        cNext[j] = see(CellSignal.MEMORY, j, f * c[j] + i * g + nudgeC[t][j]);
        hNext[j] = o * Math.tanh(cNext[j]);
    }

    private void peephole(int j) {
        double i = see(CellSignal.INPUT_GATE, j, sigmoid(z('i', j) + vector("pi", j) * c[j]));
        double f = see(CellSignal.FORGET_GATE, j, sigmoid(z('f', j) + vector("pf", j) * c[j]));
        double g = see(CellSignal.CANDIDATE, j, Math.tanh(z('g', j)));
        cNext[j] = see(CellSignal.MEMORY, j, f * c[j] + i * g + nudgeC[t][j]);
        double o = see(CellSignal.OUTPUT_GATE, j, sigmoid(z('o', j) + vector("po", j) * cNext[j]));
        hNext[j] = o * Math.tanh(cNext[j]);
    }

    private void coupled(int j) {
        double f = see(CellSignal.FORGET_GATE, j, sigmoid(z('f', j)));
        double g = see(CellSignal.CANDIDATE, j, Math.tanh(z('g', j)));
        double o = see(CellSignal.OUTPUT_GATE, j, sigmoid(z('o', j)));
        see(CellSignal.INPUT_GATE, j, 1 - f);
        cNext[j] = see(CellSignal.MEMORY, j, f * c[j] + (1 - f) * g + nudgeC[t][j]);
        hNext[j] = o * Math.tanh(cNext[j]);
    }

    private void gru(int j) {
        double z = see(CellSignal.UPDATE_GATE, j, sigmoid(z('z', j) + vector("bu", column('z', j))));
        double r = see(CellSignal.RESET_GATE, j, sigmoid(z('r', j) + vector("bu", column('r', j))));
        double n = see(
                CellSignal.CANDIDATE,
                j,
                Math.tanh(ofInput('n', j) + r * (ofHidden('n', j, h) + vector("bu", column('n', j)))));
        hNext[j] = see(CellSignal.STATE, j, z * h[j] + (1 - z) * n);
    }

    private void gruOriginal(int j) {
        for (int k = 0; k < units && j == 0; k++) {
            reset[k] = see(CellSignal.RESET_GATE, k, sigmoid(z('r', k))) * h[k];
        }
        double z = see(CellSignal.UPDATE_GATE, j, sigmoid(z('z', j)));
        double n = see(CellSignal.CANDIDATE, j, Math.tanh(ofInput('n', j) + ofHidden('n', j, reset)));
        hNext[j] = see(CellSignal.STATE, j, z * h[j] + (1 - z) * n);
    }

    /** The memory is c / n, and l is log n. */
    private void slstm(int j) {
        double i = z('i', j);
        double a = -Math.log1p(Math.exp(-z('f', j))) + (t == 0 ? Double.NEGATIVE_INFINITY : l[j]);
        double o = see(CellSignal.OUTPUT_GATE, j, sigmoid(z('o', j)));
        double g = see(CellSignal.CANDIDATE, j, Math.tanh(z('z', j)));
        lNext[j] = Math.log(Math.exp(a) + Math.exp(i));
        double kept = see(CellSignal.FORGET_GATE, j, Math.exp(a - lNext[j]));
        double taken = see(CellSignal.INPUT_GATE, j, Math.exp(i - lNext[j]));
        cNext[j] = see(CellSignal.MEMORY, j, kept * c[j] + taken * g + nudgeC[t][j]);
        hNext[j] = o * cNext[j];
    }

    private void minGru(int j) {
        double z = see(CellSignal.INPUT_GATE, j, sigmoid(ofInput('z', j)));
        double y = ofInput('h', j);
        double v = see(CellSignal.CANDIDATE, j, y >= 0 ? y + 0.5 : sigmoid(y));
        see(CellSignal.UPDATE_GATE, j, 1 - z);
        hNext[j] = see(CellSignal.STATE, j, (1 - z) * h[j] + z * v);
    }

    /** x W + b + h U of a gate's unit. */
    private double z(char gate, int j) {
        return ofInput(gate, j) + ofHidden(gate, j, h);
    }

    /** x W + b. */
    private double ofInput(char gate, int j) {
        return vector("b", column(gate, j)) + product(x, "W", column(gate, j));
    }

    /** h U, for the h given. */
    private double ofHidden(char gate, int j, double[] hidden) {
        return product(hidden, "U", column(gate, j));
    }

    private double product(double[] row, String name, int column) {
        int first = offsets.get(name) + column;
        int columns = gates.length() * units;
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k] * parameters[first + k * columns];
        }
        return sum;
    }

    private double vector(String name, int k) {
        return parameters[offsets.get(name) + k];
    }

    private int column(char gate, int j) {
        return gates.indexOf(gate) * units + j;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
