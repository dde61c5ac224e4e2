package lstm.cli.option;

import java.util.Optional;
import lstm.cli.terminal.DurationLimit;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import picocli.CommandLine.Option;

/** How long a search goes on. */
public final class SearchOptions {
    private static final DurationLimit DEFAULT = new DurationLimit(300);

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationLimit.Reader.class,
            description = "Time for search and training, such as 30s, 5m or 1h (default: 5m, or unlimited with"
                    + " --trials).")
    private DurationLimit duration;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Maximum number of settings to try; without --duration the result is the same on every"
                    + " machine (default: as many as time allows).")
    private Integer trials;

    public void check() throws LstmException {
        if (trials != null) {
            SettingRange.atLeastOne(Setting.TRIALS, trials);
        }
    }

    /** Settings to try at most. */
    public int most() {
        return trials == null ? Integer.MAX_VALUE : trials;
    }

    /** Time for search and training, if that is limited. */
    public Optional<DurationLimit> limit() {
        return trials == null ? Optional.of(duration()) : Optional.ofNullable(duration);
    }

    /** The time that was given, or the usual one. */
    public DurationLimit duration() {
        return duration == null ? DEFAULT : duration;
    }
}
