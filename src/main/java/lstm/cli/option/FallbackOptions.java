package lstm.cli.option;

import java.util.Locale;
import lstm.workflow.Fallback;
import lstm.workflow.TablePrediction;
import picocli.CommandLine.Option;

/** What becomes of series of a table that the model cannot forecast, or that have ended. */
public final class FallbackOptions {
    private enum Ended {
        KEEP,
        SKIP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--fallback",
            paramLabel = "METHOD",
            description = "What forecasts a series of a table that the model cannot forecast: seasonal-naive, naive,"
                    + " drift, autoregression, exponential-smoothing, theta, tsb (for demand that is mostly zero),"
                    + " base (the base model) or none (default: ${DEFAULT-VALUE}).")
    private Fallback fallback = Fallback.USUAL;

    @Option(
            names = "--ended",
            paramLabel = "HOW",
            description = "Series of a table that end earlier than others: keep or skip (default: ${DEFAULT-VALUE}).")
    private Ended ended = Ended.KEEP;

    @Option(names = "--strict", description = "Fail if there is a series that the model cannot forecast.")
    private boolean strict;

    /** What forecasts where the model cannot. */
    public Fallback fallback() {
        return fallback;
    }

    /** Whether a series that the model cannot forecast is a failure. */
    boolean strict() {
        return strict;
    }

    /** Whether series that have ended are left out. */
    public boolean skipsEnded() {
        return ended == Ended.SKIP;
    }

    /** The prediction with these options. */
    public TablePrediction applyTo(TablePrediction prediction) {
        return prediction.fallback(fallback).strict(strict).skippingEnded(skipsEnded());
    }
}
