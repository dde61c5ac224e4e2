package lstm.cli.option;

import java.nio.file.Path;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.report.Table;
import lstm.report.TableFormat;
import lstm.series.ReadOptions;
import lstm.workflow.Fallback;
import lstm.workflow.TablePrediction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which series of a table are forecast and how, and where the status of each is written. */
public final class TableForecastOptions {
    @Mixin
    private LayoutOptions layout;

    @Mixin
    private OnlyOption only;

    @Mixin
    private StaticFileOption staticFile;

    @Mixin
    private SumOptions sums;

    @Mixin
    private FallbackOptions fallback;

    @Option(
            names = "--status",
            paramLabel = "FILE",
            description = "Write a CSV with the status of each series: ok, short, constant, missing, ended or failed.")
    private Path status;

    /** Options that read a table in the layout that is asked for. */
    public ReadOptions applyTo(ReadOptions reading) throws LstmException {
        return layout.applyTo(reading);
    }

    /** The series to take. */
    public OnlyOption only() {
        return only;
    }

    /** The facts about the series. */
    public StaticFileOption staticFile() {
        return staticFile;
    }

    /** The sums to add. */
    public SumOptions sums() {
        return sums;
    }

    /** What forecasts where the model cannot. */
    public Fallback fallback() {
        return fallback.fallback();
    }

    /** Whether series that have ended are left out. */
    public boolean skipsEnded() {
        return fallback.skipsEnded();
    }

    /** The prediction with these options. */
    public TablePrediction applyTo(TablePrediction prediction) {
        return fallback.applyTo(prediction);
    }

    /** Refuses options that are for tables only, and checks the output. */
    public void check(boolean isTable, CommandFiles files, Existing existing) throws LstmException {
        boolean strict = fallback.strict();
        if (!isTable && (strict || layout.isGiven() || status != null || staticFile.file() != null)) {
            Setting first = strict
                    ? Setting.STRICT
                    : layout.isGiven() ? Setting.LAYOUT : status != null ? Setting.STATUS : Setting.STATIC_FILE;
            throw LstmException.usage(first, " is for tables of several series")
                    .remedy("leave it out, or train the model with ", Setting.BY);
        }
        sums.check(isTable);
        if (status != null) {
            files.writes(Setting.STATUS, status, existing);
        }
    }

    /** Writes the status of each series, if asked to. */
    public void write(Console console, Table table, Existing existing) throws LstmException {
        if (status != null) {
            AtomicFile.write(console.disk(), status, to -> TableFormat.CSV.write(table, to), existing);
        }
    }
}
