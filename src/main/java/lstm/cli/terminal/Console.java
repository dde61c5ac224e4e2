package lstm.cli.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongSupplier;
import lstm.file.Disk;
import lstm.text.CharacterSet;
import lstm.text.PrintableText;

/**
 * A command's connections to the outside.
 *
 * @param in standard input
 * @param out standard output: data only. A raw stream, so that a full disk or a closed pipe is noticed
 * @param err standard error: everything else
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 * @param unicode whether people see more than ASCII: their locale is UTF-8 and their terminal not a dumb one
 * @param signal the signal that asked to stop
 * @param environment variables
 * @param disk where all files are written
 * @param clock a clock in nanoseconds
 */
public record Console(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean unicode,
        SignalHandler signal,
        Map<String, String> environment,
        Disk disk,
        LongSupplier clock) {
    /** One that nobody sits at: nothing can be read, and nobody sees what is printed. */
    public static Console unattended() {
        return new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                false,
                false,
                new SignalHandler(),
                Map.of(),
                Disk.LOCAL,
                System::nanoTime);
    }

    /** The characters that people see. */
    public CharacterSet characters() {
        return unicode ? CharacterSet.UNICODE : CharacterSet.ASCII;
    }

    /** Prints a line of ours; control characters become question marks. */
    public void say(String line) {
        err.println("lstm: " + PrintableText.of(line));
    }

    /** The same console for work that an earlier signal does not stop. */
    public Console withSignal(SignalHandler other) {
        return new Console(in, out, err, outIsTerminal, errIsTerminal, unicode, other, environment, disk, clock);
    }
}
