package lstm.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Names, shapes and positions of the parameters, which follow one another in one flat array: for each layer W [F, G*H],
 * U [H, G*H] if its gates see the output before, b [G*H] and the other vectors of its cell, then W [H, O] and b [O] of
 * the dense head.
 *
 * @param tensors in order
 * @param size P, the number of all values
 */
public record ParameterLayout(List<Tensor> tensors, int size) {
    /**
     * A named parameter, row-major.
     *
     * @param offset of its first value in the flat array
     */
    public record Tensor(String name, int rows, int columns, int offset) {
        /** The number of values. */
        public int size() {
            return rows * columns;
        }
    }

    /** Returns the layout of a network. */
    static ParameterLayout of(Architecture a) {
        List<Tensor> tensors = new ArrayList<>();
        int gateColumns = a.cell().gates().size() * a.units();
        for (int layer = 1; layer <= a.layers(); layer++) {
            add(tensors, layer, "W", layer == 1 ? a.inputs() : a.units(), gateColumns);
            if (a.cell().isRecurrent()) {
                add(tensors, layer, "U", a.units(), gateColumns);
            }
            add(tensors, layer, "b", 1, gateColumns);
            for (CellKind.Vector vector : a.cell().vectors()) {
                add(tensors, layer, vector.name(), 1, vector.blocks() * a.units());
            }
        }
        append(tensors, "dense.W", a.units(), a.outputs());
        append(tensors, "dense.b", 1, a.outputs());
        return new ParameterLayout(List.copyOf(tensors), end(tensors));
    }

    private static void add(List<Tensor> tensors, int layer, String name, int rows, int columns) {
        append(tensors, "layer" + layer + "." + name, rows, columns);
    }

    private static void append(List<Tensor> tensors, String name, int rows, int columns) {
        tensors.add(new Tensor(name, rows, columns, end(tensors)));
    }

    private static int end(List<Tensor> tensors) {
        return tensors.isEmpty()
                ? 0
                : tensors.get(tensors.size() - 1).offset()
                        + tensors.get(tensors.size() - 1).size();
    }

    /**
     * Returns the tensor of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tensor " + name));
    }

    /** Returns the tensor {@code name} of layer 1, 2, ... */
    Tensor tensor(int layer, String name) {
        return tensor("layer" + layer + "." + name);
    }
}
