package lstm.cli;

import lstm.file.UserException;
import lstm.file.UserException.Kind;
import picocli.CommandLine.Option;

/** From where a backtest forecasts, and when it trains anew. */
final class OriginOptions {
    @Option(
            names = "--origins",
            paramLabel = "N",
            description = "How many; the last one lies a horizon before the end (default: ${DEFAULT-VALUE}).")
    private int count = 10;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Rows from one origin to the next (default: the horizon).")
    private Integer every;

    @Option(
            names = "--refit",
            paramLabel = "WHEN",
            description = "When to train anew: never, every (origin), or after so many origins"
                    + " (default: ${DEFAULT-VALUE}).")
    private String refit = "never";

    void check() throws UserException {
        Range.atLeastOne("--origins", count);
        if (every != null) {
            Range.atLeastOne("--every", every);
        }
        refit();
    }

    int count() {
        return count;
    }

    /** Rows from one to the next. */
    int every(int horizon) {
        return every == null ? horizon : every;
    }

    /** Origins after which to train anew; 0 for never. */
    int refit() throws UserException {
        if (refit.equals("never")) {
            return 0;
        } else if (refit.equals("every")) {
            return 1;
        }
        try {
            int number = Integer.parseInt(refit);
            Range.atLeastOne("--refit", number);
            return number;
        } catch (NumberFormatException e) {
            throw new UserException(
                    Kind.USAGE, "--refit " + UserException.quote(refit) + ": say never, every, or a number of origins");
        }
    }
}
