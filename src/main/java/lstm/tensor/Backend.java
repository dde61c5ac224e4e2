package lstm.tensor;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/** Loads ND4J and its BLAS once and sets the rules they run by. */
final class Backend {
    private Backend() {}

    static {
        // JavaCPP would refuse memory beyond a multiple of the Java heap, which says nothing about the machine's.
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        Nd4j.getExecutioner();
        // Parallel work is ours (Workers): a product that spread over threads would compete with its neighbours.
        openblas.blas_set_num_threads(1);
    }

    /** Runs the static initialiser above, once. */
    static void start() {}
}
