package lstm.cli.option;

import java.nio.file.Path;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.file.Existing;
import picocli.CommandLine.Option;

/** The {@code --plot} option: a figure besides a command's other outputs. */
public final class PlotOption {
    @Option(
            names = "--plot",
            paramLabel = "PICTURE",
            description = "Also draw a chart: to an SVG or PNG file, or with - on the terminal.")
    private Path plot;

    /**
     * Checks all that can be checked before the slow part starts, and returns where the figure goes.
     *
     * @param existing whether a file that already exists may be replaced
     * @param quiet whether the terminal is to stay clear
     * @param files what else the command reads and writes
     * @throws LstmException {@code USAGE} if the name has an unknown ending, if a quiet command is to draw on the
     *     terminal, or as {@link CommandFiles#writes}
     */
    public PlotOutput check(Existing existing, boolean quiet, CommandFiles files) throws LstmException {
        if (plot == null) {
            return PlotOutput.NONE;
        }
        if (plot.toString().equals("-")) {
            if (quiet) {
                throw LstmException.usage(
                                Setting.PLOT.to("-"), " draws on the terminal, which ", Setting.QUIET, " keeps clear")
                        .remedy("use one of them");
            }
            return PlotOutput.TERMINAL;
        }
        return PlotOutput.file(files, Setting.PLOT, plot, existing);
    }

    /** Whether the option was given. */
    public boolean isGiven() {
        return plot != null;
    }
}
