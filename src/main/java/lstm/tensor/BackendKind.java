package lstm.tensor;

import java.util.Locale;

/** The libraries that can hold and multiply matrices, in the order in which they are tried. */
public enum BackendKind {
    /** ND4J, which brings OpenBLAS. */
    ND4J {
        @Override
        Backend load() {
            return new Nd4jBackend();
        }
    },
    /** OpenBLAS without ND4J: the same bits, a tenth of the native code. */
    OPENBLAS {
        @Override
        Backend load() {
            return new OpenBlasBackend();
        }
    },
    /** No native library: slower, and equal to the others within float32 rounding. */
    JAVA {
        @Override
        Backend load() {
            return new JavaBackend();
        }
    };

    abstract Backend load();

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
