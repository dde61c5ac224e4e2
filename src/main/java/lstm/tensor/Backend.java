package lstm.tensor;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/** Loads ND4J and its BLAS once and configures both. */
final class Backend {
    private Backend() {}

    static {
        // JavaCPP limits native memory to a multiple of the Java heap, which says nothing about the machine.
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        Nd4j.getExecutioner();
        // Workers runs products in parallel: one that spread over threads itself would compete with its neighbors.
        openblas.blas_set_num_threads(1);
    }

    /** Runs the static initializer above, once. */
    static void start() {}
}
