package lstm.cli.option;

import java.nio.file.Path;
import java.util.function.Function;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.report.Page;

/** Where a command's report goes, checked before the slow part starts. */
public sealed interface ReportOutput {
    /** No report is written. */
    ReportOutput NONE = new None();

    /**
     * Writes the report.
     *
     * @param page makes the page from the command line, as a shell would accept it; called only if it is written
     * @throws LstmException {@code IO} if the file cannot be written; it is then as it was
     */
    void write(Console console, Function<String, Page> page) throws LstmException;

    /** Nowhere. */
    record None() implements ReportOutput {
        @Override
        public void write(Console console, Function<String, Page> page) {
            // Nothing was asked for.
        }
    }

    /** In a file, which is written whole or not at all. */
    record InFile(Path file, Existing existing, String commandLine) implements ReportOutput {
        @Override
        public void write(Console console, Function<String, Page> page) throws LstmException {
            AtomicFile.write(console.disk(), file, page.apply(commandLine)::write, existing);
        }
    }
}
