package lstm.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.report.Chart;
import lstm.report.PictureFormat;
import lstm.report.TextChart;
import picocli.CommandLine.Option;

/** A picture beside a command's other outputs. */
final class PlotOption {
    @Option(
            names = "--plot",
            paramLabel = "PICTURE",
            description = "Draw a chart as well: an SVG or PNG file by its name, or - for the terminal.")
    private Path plot;

    private Existing existing;

    /**
     * All that can be said before the slow part starts.
     *
     * @param existing whether a file that is there already may be replaced
     * @param other the file that the command writes besides
     */
    void check(Existing existing, boolean quiet, Optional<Path> other) throws UserException {
        this.existing = existing;
        if (isTerminal() && quiet) {
            throw new UserException(
                    Kind.USAGE, "--plot - draws on the terminal, which --quiet keeps clear; give one of them");
        } else if (plot != null && !isTerminal()) {
            PictureFormat.of(plot);
            Output.refuseSame("--plot", plot, other);
            AtomicFile.checkWritable(plot, existing);
        }
    }

    boolean isAsked() {
        return plot != null;
    }

    private boolean isTerminal() {
        return plot != null && plot.toString().equals("-");
    }

    /** Draws, if that was asked for. Standard output has the data, so a chart in characters goes to standard error. */
    void draw(Console console, Supplier<Chart> chart) throws UserException {
        if (isTerminal()) {
            console.err().print(TextChart.of(chart.get(), !console.unicode()));
        } else if (plot != null) {
            write(console, plot, chart.get(), existing);
        }
    }

    /** Writes a picture, whole or not at all. */
    static void write(Console console, Path file, Chart chart, Existing existing) throws UserException {
        PictureFormat format = PictureFormat.of(file);
        AtomicFile.write(console.disk(), file, to -> format.write(chart, to), existing);
    }
}
