package lstm.cli;

import java.util.Optional;
import lstm.file.UserException;
import picocli.CommandLine.Option;

/** How long a search goes on. */
final class SearchOptions {
    private static final TimeLimit DEFAULT = new TimeLimit(300);

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeLimit.Reader.class,
            description = "How long to search and train, such as 30s, 5m or 1h (default: 5m; no limit with --trials).")
    private TimeLimit duration;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Settings to try at most; without --duration the result is the same on every machine"
                    + " (default: as many as there is time for).")
    private Integer trials;

    void check() throws UserException {
        if (trials != null) {
            Range.atLeastOne("--trials", trials);
        }
    }

    /** Settings to try at most. */
    int most() {
        return trials == null ? Integer.MAX_VALUE : trials;
    }

    /** Time for search and training, if that is limited. */
    Optional<TimeLimit> limit() {
        return trials == null ? Optional.of(duration()) : Optional.ofNullable(duration);
    }

    /** The time that was given, or the usual one. */
    TimeLimit duration() {
        return duration == null ? DEFAULT : duration;
    }
}
