package lstm.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What matrices run on in this program.
 *
 * @param kind the backend in use
 * @param library what the library says of itself, such as the kernels that it chose for this processor
 * @param failed the backends that were tried first and could not be loaded, each with the reason
 */
public record BackendInfo(BackendKind kind, String library, Map<BackendKind, String> failed) {
    public BackendInfo {
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }

    /** The backend, if something has needed it. */
    public static Optional<BackendInfo> loaded() {
        return BackendLoader.loaded();
    }

    /** Loads the backend if nothing has loaded it yet. */
    public static BackendInfo current() {
        return BackendLoader.current();
    }
}
