package lstm.cli.option;

import java.nio.file.Path;
import java.util.Locale;
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

/** What becomes of the series of a table, those that the model cannot forecast among them. */
public final class FallbackOptions {
    private enum Ended {
        KEEP,
        SKIP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private LayoutOptions layout;

    @Mixin
    private OnlyOption only;

    @Mixin
    private SumOptions sums;

    @Option(
            names = "--fallback",
            paramLabel = "METHOD",
            description = "What forecasts a series of a table that the model cannot forecast: seasonal-naive, naive,"
                    + " drift, autoregression, exponential-smoothing, theta, tsb (for demand that is mostly zero) or"
                    + " none (default: ${DEFAULT-VALUE}).")
    private Fallback fallback = Fallback.USUAL;

    @Option(
            names = "--ended",
            paramLabel = "HOW",
            description = "Series of a table that end earlier than others: keep or skip (default: ${DEFAULT-VALUE}).")
    private Ended ended = Ended.KEEP;

    @Option(names = "--strict", description = "Fail if there is a series that the model cannot forecast.")
    private boolean strict;

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

    /** The sums to add. */
    public SumOptions sums() {
        return sums;
    }

    /** What forecasts where the model cannot. */
    public Fallback fallback() {
        return fallback;
    }

    /** The prediction with these options. */
    public TablePrediction applyTo(TablePrediction prediction) {
        return prediction.fallback(fallback).strict(strict).skippingEnded(ended == Ended.SKIP);
    }

    /** Refuses options that are for tables only, and checks the output. */
    public void check(boolean isTable, CommandFiles files, Existing existing) throws LstmException {
        if (!isTable && (strict || layout.isGiven() || status != null)) {
            Setting first = strict ? Setting.STRICT : layout.isGiven() ? Setting.LAYOUT : Setting.STATUS;
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
