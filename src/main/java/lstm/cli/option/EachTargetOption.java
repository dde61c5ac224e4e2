package lstm.cli.option;

import lstm.error.LstmException;
import lstm.series.ReadOptions;
import picocli.CommandLine.Option;

/** Whether each target is a series of its own. */
public final class EachTargetOption {
    @Option(
            names = "--each-target",
            description = "Make each --target a series of its own: one network forecasts each from its own past and"
                    + " the --features and --known-ahead columns, which are for all (default: one network reads and"
                    + " forecasts all targets at once).")
    private boolean given;

    /** Options that read each target as a series, if that is asked for. */
    public ReadOptions applyTo(ReadOptions reading) throws LstmException {
        return given ? reading.withEachTarget() : reading;
    }

    /** The same as a part of a command line. */
    public TrainCommandLine applyTo(TrainCommandLine line) {
        return given ? line.flagged("--each-target") : line;
    }
}
