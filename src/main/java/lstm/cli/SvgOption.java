package lstm.cli;

import java.nio.file.Path;
import java.util.Locale;
import lstm.file.AtomicFile;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import picocli.CommandLine.Option;

/** Where a command's picture goes. */
final class SvgOption {
    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            description = "Also draw a picture; an existing one is kept unless --force is given.")
    private Path file;

    /** All that can be said before the slow part starts. */
    void check(Output output) throws UserException {
        if (file == null) {
            return;
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            throw new UserException(
                    Kind.USAGE, "--plot " + UserException.quote(file.toString()) + ": give a name that ends in .svg");
        }
        Output.refuseSame("--plot", file, output.file());
        AtomicFile.checkWritable(file, output.existing());
    }

    /** Makes a picture. */
    interface Picture {
        byte[] draw();
    }

    /** Draws the picture if it was asked for. */
    void write(Console console, Output output, Picture picture) throws UserException {
        if (file != null) {
            byte[] drawn = picture.draw();
            AtomicFile.write(console.disk(), file, to -> to.write(drawn), output.existing());
        }
    }
}
