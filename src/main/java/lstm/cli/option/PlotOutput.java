package lstm.cli.option;

import java.nio.file.Path;
import java.util.function.Supplier;
import lstm.chart.Figure;
import lstm.chart.ImageFormat;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Existing;

/** Where a command's figure goes, checked before the slow part starts. */
public sealed interface PlotOutput {
    /** No figure is drawn. */
    PlotOutput NONE = new None();

    /** The figure is written to standard error in characters: standard output has the data. */
    PlotOutput TERMINAL = new OnTerminal();

    /**
     * A file, in the format given by its extension.
     *
     * @param setting that names it
     * @throws LstmException {@code USAGE} if the ending is unknown, or as {@link CommandFiles#writes}
     */
    static PlotOutput file(CommandFiles files, Setting setting, Path file, Existing existing) throws LstmException {
        ImageFormat format = ImageFormat.of(file);
        files.writes(setting, file, existing);
        return new InFile(file, format, existing);
    }

    /**
     * Draws the figure.
     *
     * @param figure called only if the figure is drawn
     * @throws LstmException {@code IO} if the file cannot be written; it is then as it was
     */
    void draw(Console console, Supplier<? extends Figure> figure) throws LstmException;

    /** Nowhere. */
    record None() implements PlotOutput {
        @Override
        public void draw(Console console, Supplier<? extends Figure> figure) {
            // Nothing was asked for.
        }
    }

    /** On the terminal. */
    record OnTerminal() implements PlotOutput {
        @Override
        public void draw(Console console, Supplier<? extends Figure> figure) {
            console.err().print(figure.get().text(console.characters()));
        }
    }

    /** In a file, which is written whole or not at all. */
    record InFile(Path file, ImageFormat format, Existing existing) implements PlotOutput {
        @Override
        public void draw(Console console, Supplier<? extends Figure> figure) throws LstmException {
            Figure drawn = figure.get();
            AtomicFile.write(console.disk(), file, to -> format.write(drawn, to), existing);
        }
    }
}
