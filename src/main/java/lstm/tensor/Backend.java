package lstm.tensor;

import java.util.Properties;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Nd4j;

/** Loads ND4J and its BLAS once and configures both. */
final class Backend {
    private static final String[] LIMITS = {"org.bytedeco.javacpp.maxBytes", "org.bytedeco.javacpp.maxPhysicalBytes"};

    private Backend() {}

    static {
        withoutMemoryLimits(Pointer::maxBytes);
        Nd4j.getExecutioner();
        // Workers runs products in parallel: one that spread over threads itself would compete with its neighbors.
        openblas.blas_set_num_threads(1);
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

    /** Runs the static initializer above, once. */
    static void start() {}
}
