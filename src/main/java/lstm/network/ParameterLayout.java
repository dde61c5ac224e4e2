package lstm.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Names, shapes and positions of the parameters, which follow one another in one flat array: for each layer W [F, G*H],
 * U [H, G*H] if its gates see the output before, b [G*H] and the other vectors of its cell, then W [H, O] and b [O] of
 * the dense head. A network that reads {@link Segments} begins with W [N*F, H] and b [H] of the encoder, the vectors of
 * the positions and, if inputs are known ahead, W [N*A, H] of the decoder; F of its first layer is H, and its head
 * makes one segment of each series. Vectors of categories stand before all others, and {@link StaticInputs} add E to F
 * of the first layer, or to N*F and N*A.
 *
 * @param cell whose parameters these are
 * @param tensors in order
 * @param size P, the number of all values
 */
public record ParameterLayout(CellKind cell, List<Tensor> tensors, int size) {
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
        for (int k = 1; k <= a.statics().embeddings().size(); k++) {
            StaticInputs.Embedding embedding = a.statics().embeddings().get(k - 1);
            append(tensors, embedding(k), embedding.categories(), embedding.size());
        }
        a.segments().ifPresent(segments -> addSegments(tensors, a, segments));
        int gateColumns = a.cell().gates().size() * a.units();
        for (int layer = 1; layer <= a.layers(); layer++) {
            add(tensors, layer, "W", layer == 1 ? a.layerInputs() : a.units(), gateColumns);
            if (a.cell().isRecurrent()) {
                add(tensors, layer, "U", a.units(), gateColumns);
            }
            add(tensors, layer, "b", 1, gateColumns);
            for (CellKind.Vector vector : a.cell().vectors()) {
                add(tensors, layer, vector.name(), 1, vector.blocks() * a.units());
            }
        }
        append(tensors, "dense.W", a.units(), a.headSeries() * a.headPiece());
        append(tensors, "dense.b", 1, a.headSeries() * a.headPiece());
        return new ParameterLayout(a.cell(), List.copyOf(tensors), end(tensors));
    }

    /** The name of the learned vectors of a list of categories, from 1: [categories, size]. */
    static String embedding(int number) {
        return "embedding" + number + ".E";
    }

    private static void addSegments(List<Tensor> tensors, Architecture a, Segments segments) {
        int statics = a.statics().width();
        append(tensors, "encoder.W", segments.length() * a.inputs() + statics, a.units());
        append(tensors, "encoder.b", 1, a.units());
        append(tensors, "decoder.position", segments.positions(a.outputs()), a.units());
        if (segments.ahead() > 0 || statics > 0) {
            append(tensors, "decoder.W", segments.length() * segments.ahead() + statics, a.units());
        }
    }

    /**
     * Names the columns of a tensor: {@code forget_3} is what the forget gate of unit 3 is made from; those of the
     * dense head are numbered.
     */
    public List<String> columns(Tensor tensor) {
        List<Gate> gates = gates(tensor.name());
        List<String> names = new ArrayList<>();
        int units = gates.isEmpty() ? tensor.columns() : tensor.columns() / gates.size();
        for (int column = 0; column < tensor.columns(); column++) {
            String gate = gates.isEmpty() ? "" : gates.get(column / units).role() + "_";
            names.add(gate + (column % units + 1));
        }
        return names;
    }

    /** The gates that the columns of a tensor are for, block by block. */
    private List<Gate> gates(String tensor) {
        String name = tensor.substring(tensor.indexOf('.') + 1);
        if (!tensor.startsWith("layer")) {
            return List.of();
        }
        // A peephole vector is named after its one gate, such as pf.
        return name.startsWith("p")
                ? cell.gates().stream()
                        .filter(gate -> name.equals("p" + gate.letter()))
                        .toList()
                : cell.gates();
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
