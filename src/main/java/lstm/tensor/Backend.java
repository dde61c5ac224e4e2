package lstm.tensor;

import java.nio.FloatBuffer;

/**
 * What matrices run on: it holds their memory and multiplies them. All backends give the same products within float32
 * rounding; {@link Nd4jBackend} and {@link OpenBlasBackend} give the same bits.
 */
interface Backend {
    /** The floats of one matrix, zero at first. */
    interface Memory {
        /** All floats; must not be used after {@link #free}. */
        FloatBuffer buffer();

        /** Gives the memory back. */
        void free();
    }

    /**
     * Where an operand of a product starts in memory that this backend allocated.
     *
     * @param offset the position of its first value
     * @param stride the distance between the first values of two adjacent rows
     */
    record Operand(Memory memory, int offset, int stride) {
        Operand from(int row) {
            return new Operand(memory, offset + row * stride, stride);
        }
    }

    /**
     * The shape of a product c = a b, or c = a b^T.
     *
     * @param m rows of a and c
     * @param n columns of c
     * @param k columns of a
     * @param transposed whether b is [n, k] instead of [k, n]
     */
    record Shape(int m, int n, int k, boolean transposed) {}

    /** A product that is prepared once and run many times. */
    @FunctionalInterface
    interface Gemm {
        /** Sets c to the product, or adds the product to c. Modifies c. */
        void run(boolean add);
    }

    /** What it is made of, with the kernels that it chose for this processor. */
    String library();

    /** Allocates zeros. */
    Memory allocate(int rows, int columns);

    /** Prepares a product. The operands are known to fit the shape. */
    Gemm gemm(Shape shape, Operand a, Operand b, Operand c);
}
