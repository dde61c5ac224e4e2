package lstm.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.report.EvaluationReport;
import lstm.report.EvaluationReports;
import lstm.report.SeriesScores;
import lstm.report.Table;
import lstm.report.TableFormat;
import lstm.series.ReadOptions;
import lstm.series.SeriesKey;
import lstm.series.SeriesTable;
import lstm.workflow.KeyedEvaluation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The series of a table that are scored, and where the score of each goes. */
public final class ScoredSeriesOptions {
    @Mixin
    private LayoutOptions layout;

    @Mixin
    private OnlyOption only;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "Write a CSV with the scores and the status of each series of a table.")
    private Path scores;

    @Option(names = "--strict", description = "Fail if there is a series that the model cannot forecast.")
    private boolean strict;

    /** Options that read a table in the layout that is asked for. */
    public ReadOptions applyTo(ReadOptions reading) throws LstmException {
        return layout.applyTo(reading);
    }

    /** The series to take. */
    public OnlyOption only() {
        return only;
    }

    /** Refuses options that are for tables only, and checks the output. */
    public void check(boolean isTable, CommandFiles files, Existing existing) throws LstmException {
        if (!isTable && (strict || layout.isGiven() || scores != null)) {
            Setting first = strict ? Setting.STRICT : layout.isGiven() ? Setting.LAYOUT : Setting.SCORES;
            throw LstmException.usage(first, " is for tables of several series")
                    .remedy("leave it out, or train the model with ", Setting.BY);
        }
        if (scores != null) {
            files.writes(Setting.SCORES, scores, existing);
        }
    }

    /**
     * The reports on the series that could be scored; writes the scores of each, if asked to.
     *
     * @throws LstmException if no series could be scored, or one could not and that is an error
     */
    public EvaluationReports scored(
            Console console, Path model, SeriesTable table, List<KeyedEvaluation> all, Existing existing)
            throws LstmException {
        List<EvaluationReport> each = new ArrayList<>();
        List<SeriesKey> keys = new ArrayList<>();
        Optional<LstmException> refused = Optional.empty();
        for (KeyedEvaluation one : all) {
            if (one.result().isPresent()) {
                each.add(EvaluationReport.of(model, one.result().get()));
                keys.add(one.key());
            } else {
                refused = refused.isPresent() ? refused : one.reason();
            }
        }
        if (refused.isPresent() && (strict || each.isEmpty())) {
            throw refused.get();
        }
        if (scores != null) {
            Table rows = SeriesScores.table(table.keys(), all);
            AtomicFile.write(console.disk(), scores, to -> TableFormat.CSV.write(rows, to), existing);
        }
        return new EvaluationReports(each, table.keys(), keys);
    }
}
