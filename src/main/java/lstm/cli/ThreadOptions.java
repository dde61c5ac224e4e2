package lstm.cli;

import lstm.file.UserException;
import picocli.CommandLine.Option;

/** How many threads compute. */
final class ThreadOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that compute; the result is the same for any number (default: all processors)."
                    + " 16 windows of a batch keep one thread busy.")
    private int threads = Runtime.getRuntime().availableProcessors();

    void check() throws UserException {
        Range.atLeastOne("--threads", threads);
    }

    int count() {
        return threads;
    }
}
