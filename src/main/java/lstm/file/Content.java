package lstm.file;

import java.io.IOException;
import java.io.OutputStream;
import lstm.error.LstmException;

/** The content of a file, produced while it is written so that it need not fit in memory. */
@FunctionalInterface
public interface Content {
    /**
     * Writes everything, once. Writers put around the stream must be flushed; closing them does no harm.
     *
     * @throws IOException if {@code out} fails; it is reported as a failure of the file being written, so a failure to
     *     read something else must be thrown as a {@link LstmException}
     * @throws LstmException if the content cannot be produced; then no file is written
     */
    void writeTo(OutputStream out) throws IOException, LstmException;
}
