package lstm.cli.option;

import java.nio.file.Path;
import java.util.Locale;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import picocli.CommandLine.Option;

/** Where a command's picture goes. */
public final class SvgOption {
    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            description = "Also draw a picture; an existing one is kept unless --force is given.")
    private Path file;

    /** All that can be said before the slow part starts. */
    public void check(OutputOptions output) throws LstmException {
        if (file == null) {
            return;
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            throw LstmException.usage(Setting.PLOT.to(file), " is not the name of an SVG file")
                    .remedy("give a name that ends in .svg");
        }
        OutputOptions.refuseSame(Setting.PLOT, file, output.file());
        AtomicFile.checkWritable(file, output.existing());
    }

    /** Makes a picture. */
    public interface Picture {
        byte[] draw();
    }

    /** Draws the picture if it was asked for. */
    public void write(Console console, OutputOptions output, Picture picture) throws LstmException {
        if (file != null) {
            byte[] drawn = picture.draw();
            AtomicFile.write(console.disk(), file, to -> to.write(drawn), output.existing());
        }
    }
}
