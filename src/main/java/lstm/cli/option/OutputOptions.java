package lstm.cli.option;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.Reason;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Content;
import lstm.file.Existing;
import lstm.report.Table;
import lstm.report.TableFormat;
import picocli.CommandLine.Option;

/** Where a command's data goes, and in which format. */
public final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to FILE, whole or not at all, instead of standard output.")
    private Path file;

    @Option(names = "--force", description = "Replace FILE if it exists.")
    private boolean force;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Output format: csv, ndjson, json or table (default: table on a terminal, otherwise csv).")
    private TableFormat format;

    /**
     * Checks all that can be checked before the slow part starts.
     *
     * @param json whether the command prints JSON besides
     */
    public void check(CommandFiles files, boolean json) throws LstmException {
        if (file != null) {
            files.writes(Setting.OUTPUT, file, existing());
        }
        if (file == null || json) {
            files.toStdout();
        }
    }

    /** Refuses {@code --format} if standard output has scores as JSON and forecasts go nowhere. */
    public static void checkFormat(OutputOptions output, boolean json) throws LstmException {
        if (json && output.hasFormat() && output.file().isEmpty()) {
            throw LstmException.usage(Setting.FORMAT, " is for the forecasts, which ", Setting.JSON, " leaves out")
                    .remedy("name a file for them with ", Setting.OUTPUT);
        }
    }

    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    public boolean hasFormat() {
        return format != null;
    }

    public void write(Console console, Table table) throws LstmException, BrokenPipeException {
        if (file != null) {
            TableFormat chosen = Optional.ofNullable(format).orElse(TableFormat.CSV);
            AtomicFile.write(console.disk(), file, to -> chosen.write(table, to), existing());
        } else {
            TableFormat chosen =
                    Optional.ofNullable(format).orElse(console.outIsTerminal() ? TableFormat.TABLE : TableFormat.CSV);
            toStdout(console, to -> chosen.write(table, to));
        }
    }

    /** Writes text, whatever the format. */
    public void writeText(Console console, byte[] text) throws LstmException, BrokenPipeException {
        if (file != null) {
            AtomicFile.write(console.disk(), file, to -> to.write(text), existing());
        } else {
            toStdout(console, to -> to.write(text));
        }
    }

    /** Whether an existing output may be replaced. */
    public Existing existing() {
        return force ? Existing.REPLACE : Existing.REFUSE;
    }

    /** Writes to standard output and reports failures. */
    public static void toStdout(Console console, Content content) throws LstmException, BrokenPipeException {
        try (OutputStream buffered = new BufferedOutputStream(new Kept(console.out()))) {
            content.writeTo(buffered);
        } catch (IOException e) {
            if (Reason.isBrokenPipe(e)) {
                throw (BrokenPipeException) new BrokenPipeException().initCause(e);
            }
            throw LstmException.io("standard output cannot be written, output is incomplete: ", Reason.of(e))
                    .remedy("fix that and run it again")
                    .because(e);
        }
    }

    /** Closing standard output is not ours to do: flushes instead. */
    private static final class Kept extends java.io.FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
