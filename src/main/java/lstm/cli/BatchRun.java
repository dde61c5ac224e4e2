package lstm.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A run of a batch. Its name sorts by time.
 *
 * @param begin when it began
 * @param process that runs it, since two may begin in the same second
 */
record BatchRun(Instant begin, long process) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A run that begins now. */
    static BatchRun now() {
        return new BatchRun(Instant.now(), ProcessHandle.current().pid());
    }

    String name() {
        return NAME.format(begin) + "-" + process;
    }
}
