package lstm.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lstm.cli.terminal.BatchLog;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.Reason;
import lstm.error.Setting;
import lstm.file.Existing;
import lstm.report.CollectedForecasts;
import lstm.report.TableFormat;
import picocli.CommandLine.Option;

/** Files that a batch writes about all of its files. */
public final class BatchOutputOptions {
    @Option(
            names = "--forecasts",
            paramLabel = "TABLE",
            description = "Collect all forecasts in one CSV or NDJSON file (by its ending), with name, file, origin,"
                    + " time, model version and the keys of --by in each row; also those of files that are unchanged or have"
                    + " failed, which are marked as stale. It is replaced at the end, unless the batch is"
                    + " interrupted.")
    private Path forecasts;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Append a line with the time for the beginning, each file and the end.")
    private Path log;

    /** The table of all forecasts that is to be written, if any; its name is checked without looking at a file. */
    public Optional<TableFormat> format() throws LstmException {
        if (forecasts == null) {
            return Optional.empty();
        }
        String name = String.valueOf(forecasts.getFileName()).toLowerCase(Locale.ROOT);
        for (TableFormat format : List.of(TableFormat.CSV, TableFormat.NDJSON)) {
            if (name.endsWith("." + format)) {
                return Optional.of(format);
            }
        }
        throw LstmException.usage(Setting.FORECASTS, " must end in .csv or .ndjson")
                .remedy("name such a file")
                .in(forecasts);
    }

    /** Checks that both can be written, and that what is replaced is an earlier table of forecasts. */
    public void check(CommandFiles files) throws LstmException {
        if (forecasts != null) {
            files.writes(Setting.FORECASTS, forecasts, Existing.REPLACE);
            requireOwn();
        }
        if (log != null) {
            files.writes(Setting.LOG, log, Existing.REPLACE);
        }
    }

    private void requireOwn() throws LstmException {
        if (!Files.isRegularFile(forecasts)) {
            return;
        }
        byte[] beginning = CollectedForecasts.beginning(format().orElseThrow()).getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(forecasts)) {
            byte[] found = in.readNBytes(beginning.length);
            if (found.length > 0 && !Arrays.equals(beginning, found)) {
                throw LstmException.usage("exists and is no table of forecasts that batch has written")
                        .remedy("name another file with ", Setting.FORECASTS)
                        .in(forecasts);
            }
        } catch (IOException e) {
            throw LstmException.io("cannot be read: ", Reason.of(e))
                    .remedy("name another file with ", Setting.FORECASTS)
                    .in(forecasts)
                    .because(e);
        }
    }

    /** The table of all forecasts. */
    public Optional<Path> forecasts() {
        return Optional.ofNullable(forecasts);
    }

    /** The log, to which a run is to be added. */
    public BatchLog log(Console console, String run) {
        return new BatchLog(Optional.ofNullable(log), console.disk(), run, InstantSource.system());
    }
}
