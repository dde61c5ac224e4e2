package lstm.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import lstm.chart.Chart;
import lstm.chart.ImageFormat;
import lstm.chart.TextChart;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import picocli.CommandLine.Option;

/** A picture beside a command's other outputs. */
public final class PlotOption {
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
    public void check(Existing existing, boolean quiet, Optional<Path> other) throws LstmException {
        this.existing = existing;
        if (isTerminal() && quiet) {
            throw new LstmException(
                    Kind.USAGE, "--plot - draws on the terminal, which --quiet keeps clear; give one of them");
        } else if (plot != null && !isTerminal()) {
            ImageFormat.of(plot);
            OutputOptions.refuseSame(Setting.PLOT, plot, other);
            AtomicFile.checkWritable(plot, existing);
        }
    }

    public boolean isAsked() {
        return plot != null;
    }

    private boolean isTerminal() {
        return plot != null && plot.toString().equals("-");
    }

    /** Draws, if that was asked for. Standard output has the data, so a chart in characters goes to standard error. */
    public void draw(Console console, Supplier<Chart> chart) throws LstmException {
        if (isTerminal()) {
            console.err().print(TextChart.of(chart.get(), !console.unicode()));
        } else if (plot != null) {
            write(console, plot, chart.get(), existing);
        }
    }

    /** Writes a picture, whole or not at all. */
    public static void write(Console console, Path file, Chart chart, Existing existing) throws LstmException {
        ImageFormat format = ImageFormat.of(file);
        AtomicFile.write(console.disk(), file, to -> format.write(chart, to), existing);
    }
}
