package lstm.csv;

import java.io.IOException;
import java.io.InputStream;

/** Opens the source's bytes. */
@FunctionalInterface
public interface StreamSupplier {
    /**
     * A stream at the first byte; the caller closes it.
     *
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
}
