package lstm.cli.option;

import java.util.Optional;
import lstm.cli.terminal.DurationLimit;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import picocli.CommandLine.Option;

/** Options that limit a search. */
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

    /** Maximum number of settings to try. */
    public int maxTrials() {
        return trials == null ? Integer.MAX_VALUE : trials;
    }

    /** Time for search and training, if limited. */
    public Optional<DurationLimit> limit() {
        return trials == null ? Optional.of(duration()) : Optional.ofNullable(duration);
    }

    /** The given time, or the default. */
    public DurationLimit duration() {
        return duration == null ? DEFAULT : duration;
    }
}
