package lstm.tensor;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Plain Java, for machines that no native library is built for: arrays on the heap and loops that a JIT vectorizes. */
final class JavaBackend implements Backend {
    private record HeapMemory(float[] values, FloatBuffer buffer) implements Memory {
        @Override
        public void free() {
            // The garbage collector does.
        }
    }

    /** a b: each row is a sum of rows of b, weighted by a row of a. */
    private record RowSums(Shape shape, float[] a, float[] b, float[] c, Operand inA, Operand inB, Operand inC)
            implements Gemm {
        @Override
        public void run(boolean add) {
            for (int row = 0; row < shape.m(); row++) {
                int to = inC.offset() + row * inC.stride();
                if (!add) {
                    Arrays.fill(c, to, to + shape.n(), 0f);
                }
                for (int k = 0; k < shape.k(); k++) {
                    addRow(a[inA.offset() + row * inA.stride() + k], inB.offset() + k * inB.stride(), to);
                }
            }
        }

        private void addRow(float factor, int from, int to) {
            for (int column = 0; column < shape.n(); column++) {
                c[to + column] += factor * b[from + column];
            }
        }
    }

    /** a b^T: each value is the inner product of a row of a and a row of b. */
    private record InnerProducts(Shape shape, float[] a, float[] b, float[] c, Operand inA, Operand inB, Operand inC)
            implements Gemm {
        @Override
        public void run(boolean add) {
            for (int row = 0; row < shape.m(); row++) {
                for (int column = 0; column < shape.n(); column++) {
                    int at = inC.offset() + row * inC.stride() + column;
                    float sum = inner(inA.offset() + row * inA.stride(), inB.offset() + column * inB.stride());
                    c[at] = add ? c[at] + sum : sum;
                }
            }
        }

        /** Four sums that do not wait for each other. */
        private float inner(int fromA, int fromB) {
            float s0 = 0;
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            int k = 0;
            for (; k + 4 <= shape.k(); k += 4) {
                s0 += a[fromA + k] * b[fromB + k];
                s1 += a[fromA + k + 1] * b[fromB + k + 1];
                s2 += a[fromA + k + 2] * b[fromB + k + 2];
                s3 += a[fromA + k + 3] * b[fromB + k + 3];
            }
            for (; k < shape.k(); k++) {
                s0 += a[fromA + k] * b[fromB + k];
            }
            return (s0 + s1) + (s2 + s3);
        }
    }

    @Override
    public String library() {
        return "Java " + Runtime.version();
    }

    @Override
    public Memory allocate(int rows, int columns) {
        float[] values = new float[Math.multiplyExact(rows, columns)];
        return new HeapMemory(values, FloatBuffer.wrap(values));
    }

    @Override
    public Gemm gemm(Shape shape, Operand a, Operand b, Operand c) {
        return shape.transposed()
                ? new InnerProducts(shape, values(a), values(b), values(c), a, b, c)
                : new RowSums(shape, values(a), values(b), values(c), a, b, c);
    }

    private static float[] values(Operand operand) {
        return ((HeapMemory) operand.memory()).values();
    }
}
