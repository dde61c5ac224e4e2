package lstm.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lstm.error.LstmException;

/**
 * Chooses what matrices run on, once for the whole program: the backend that the system property {@code lstm.backend}
 * names, or else the first one that loads.
 */
final class BackendLoader {
    static final String PROPERTY = "lstm.backend";

    private static BackendLoader chosen;

    private final Backend backend;
    private final BackendInfo info;

    private BackendLoader(BackendKind kind, Backend backend, Map<BackendKind, String> failed) {
        this.backend = backend;
        info = new BackendInfo(kind, backend.library(), failed);
    }

    static Backend backend() {
        return chosen().backend;
    }

    static synchronized Optional<BackendInfo> loaded() {
        return Optional.ofNullable(chosen).map(BackendLoader::info);
    }

    static BackendInfo current() {
        return chosen().info;
    }

    BackendInfo info() {
        return info;
    }

    private static synchronized BackendLoader chosen() {
        if (chosen == null) {
            try {
                chosen = choose(System.getProperty(PROPERTY, ""));
            } catch (LstmException e) {
                throw new IllegalStateException("no backend", e);
            }
        }
        return chosen;
    }

    /**
     * Loads a backend.
     *
     * @param name of a {@link BackendKind}; if empty, all are tried in their order
     * @throws LstmException if there is none of that name, or it cannot be loaded
     */
    static BackendLoader choose(String name) throws LstmException {
        List<BackendKind> tried = name.isEmpty() ? List.of(BackendKind.values()) : List.of(named(name));
        Map<BackendKind, String> failed = new LinkedHashMap<>();
        List<Throwable> failures = new ArrayList<>();
        for (BackendKind kind : tried) {
            try {
                return new BackendLoader(kind, kind.load(), failed);
            } catch (LinkageError | RuntimeException e) {
                // ND4J wraps what it is told of the native library in either.
                failures.add(e);
                if (!isAbsent(e) || !name.isEmpty()) {
                    failed.put(kind, innermost(e));
                }
            }
        }
        LstmException failure = LstmException.io("the backend ", name, " cannot be loaded: ", failed.values())
                .remedy("leave ", PROPERTY, " out, and lstm takes one that can");
        failures.forEach(failure::addSuppressed);
        throw failure;
    }

    /** Whether the library is no part of this program, which is no failure: there are releases without ND4J. */
    private static boolean isAbsent(Throwable e) {
        return e instanceof NoClassDefFoundError && e.getCause() instanceof ClassNotFoundException;
    }

    private static BackendKind named(String name) throws LstmException {
        return Arrays.stream(BackendKind.values())
                .filter(kind -> kind.toString().equals(name))
                .findAny()
                .orElseThrow(() -> LstmException.usage("no backend \"", name, "\", which ", PROPERTY, " names")
                        .remedy(
                                "there are ",
                                Arrays.stream(BackendKind.values())
                                        .map(BackendKind::toString)
                                        .collect(Collectors.joining(", "))));
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
