package lstm.tensor;

import java.nio.FloatBuffer;
import java.util.Properties;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** OpenBLAS alone: a tenth of the native code of {@link Nd4jBackend}, and the same bits. */
class OpenBlasBackend implements Backend {
    private static final String[] LIMITS = {"org.bytedeco.javacpp.maxBytes", "org.bytedeco.javacpp.maxPhysicalBytes"};

    /** Memory outside the Java heap, and what frees it. */
    record NativeMemory(FloatPointer pointer, FloatBuffer buffer, Runnable release) implements Memory {
        @Override
        public void free() {
            release.run();
        }
    }

    private record SgemmCall(
            Shape shape, int transB, FloatPointer a, int lda, FloatPointer b, int ldb, FloatPointer c, int ldc)
            implements Gemm {
        @Override
        public void run(boolean add) {
            openblas_nolapack.cblas_sgemm(
                    openblas_nolapack.CblasRowMajor,
                    openblas_nolapack.CblasNoTrans,
                    transB,
                    shape.m(),
                    shape.n(),
                    shape.k(),
                    1f,
                    a,
                    lda,
                    b,
                    ldb,
                    add ? 1f : 0f,
                    c,
                    ldc);
        }
    }

    /**
     * Loads the library.
     *
     * @throws LinkageError if it cannot be loaded
     */
    OpenBlasBackend() {
        withoutMemoryLimits(Pointer::maxBytes);
        limitThreads();
    }

    /** Workers runs products in parallel: one that spread over threads itself would compete with its neighbors. */
    static void limitThreads() {
        openblas_nolapack.blas_set_num_threads(1);
    }

    /**
     * JavaCPP limits native memory to a multiple of the Java heap, which says nothing about the machine. It reads the
     * limits from system properties while it loads; the properties are left as they were found.
     */
    private static void withoutMemoryLimits(Runnable load) {
        Properties properties = System.getProperties();
        for (String limit : LIMITS) {
            properties.putIfAbsent(limit, "0");
        }
        try {
            load.run();
        } finally {
            for (String limit : LIMITS) {
                properties.remove(limit, "0");
            }
        }
    }

    @Override
    public String library() {
        return openblas_nolapack.OPENBLAS_VERSION.strip() + ", kernel " + OpenBlasKernel.name();
    }

    @Override
    public Memory allocate(int rows, int columns) {
        FloatPointer pointer = new FloatPointer((long) rows * columns);
        pointer.zero();
        return new NativeMemory(pointer, pointer.asBuffer(), pointer::close);
    }

    @Override
    public Gemm gemm(Shape shape, Operand a, Operand b, Operand c) {
        int transB = shape.transposed() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
        return new SgemmCall(shape, transB, start(a), a.stride(), start(b), b.stride(), start(c), c.stride());
    }

    private static FloatPointer start(Operand operand) {
        return ((NativeMemory) operand.memory()).pointer().getPointer(operand.offset());
    }
}
