package lstm.error;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a machine refuses a program: memory, threads, or its native libraries. None of these is a bug, although Java
 * reports them as errors and wraps them on the way from one thread to another.
 */
public final class Shortage {
    private static final int MOST_CAUSES = 20;

    private Shortage() {}

    /**
     * The failure to report if a shortage is behind this one, which is of {@link LstmException.Kind#IO}, or if a known
     * failure is, which had to pass through code that declares none.
     */
    public static Optional<LstmException> behind(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .flatMap(cause -> known(cause).stream())
                // The innermost says what it was that could not be had.
                .reduce((outer, inner) -> inner);
    }

    private static Optional<LstmException> known(Throwable cause) {
        if (cause instanceof LstmException failure) {
            return Optional.of(failure);
        }
        if (cause instanceof OutOfMemoryError) {
            boolean thread = String.valueOf(cause.getMessage()).contains("native thread");
            return Optional.of((thread ? threads() : memory()).because(cause));
        }
        if (cause instanceof UnsatisfiedLinkError) {
            return Optional.of(LstmException.io("the native libraries cannot be loaded: ", cause.getMessage())
                    .remedy("allow more memory (ulimit -v), or fix that")
                    .because(cause));
        }
        return Optional.empty();
    }

    private static LstmException threads() {
        return LstmException.io("no more threads can be started")
                .remedy("use fewer ", Setting.THREADS, " or ", Setting.JOBS, ", or allow more processes (ulimit -u)");
    }

    private static LstmException memory() {
        return LstmException.io("out of memory")
                .remedy(
                        "use fewer rows, ",
                        Setting.UNITS,
                        " or ",
                        Setting.LAYERS,
                        ", or give Java more: JDK_JAVA_OPTIONS=-Xmx8g");
    }
}
