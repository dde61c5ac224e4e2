package lstm.cli.option;

import java.util.OptionalInt;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import picocli.CommandLine.Option;

/** Options for the origins of a backtest and for retraining. */
public final class OriginOptions {
    @Option(
            names = "--origins",
            paramLabel = "N",
            description = "Number of origins; the last is one horizon before the end (default: ${DEFAULT-VALUE}).")
    private int count = 10;

    @Option(names = "--every", paramLabel = "N", description = "Rows between origins (default: the horizon).")
    private Integer every;

    @Option(
            names = "--refit",
            paramLabel = "WHEN",
            description = "When to retrain: never, every (at each origin), or a number N (at every Nth origin)"
                    + " (default: ${DEFAULT-VALUE}).")
    private String refit = "never";

    public void check() throws LstmException {
        SettingRange.atLeastOne(Setting.ORIGINS, count);
        if (every != null) {
            SettingRange.atLeastOne(Setting.EVERY, every);
        }
        refit();
    }

    public int count() {
        return count;
    }

    /** Rows between origins, if given. */
    public OptionalInt every() {
        return every == null ? OptionalInt.empty() : OptionalInt.of(every);
    }

    /** Number of origins after which to retrain; 0: never. */
    public int refit() throws LstmException {
        if (refit.equals("never")) {
            return 0;
        } else if (refit.equals("every")) {
            return 1;
        }
        try {
            int number = Integer.parseInt(refit);
            SettingRange.atLeastOne(Setting.REFIT, number);
            return number;
        } catch (NumberFormatException e) {
            throw LstmException.usage(Setting.REFIT, ": ", LstmException.quote(refit), " is not known")
                    .remedy("use never, every, or a number of origins");
        }
    }
}
