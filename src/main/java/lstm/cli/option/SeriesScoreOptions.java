package lstm.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.report.EvaluationReports;
import lstm.report.SeriesScores;
import lstm.report.Table;
import lstm.report.TableFormat;
import lstm.series.SeriesTable;
import lstm.workflow.KeyedEvaluation;
import picocli.CommandLine.Option;

/** Where the score of each series of a table goes, and whether all must have one. */
public final class SeriesScoreOptions {
    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "Write a CSV with the scores and the status of each series of a table.")
    private Path scores;

    @Option(names = "--strict", description = "Fail if there is a series that the model cannot forecast.")
    private boolean strict;

    /** Refuses options that are for tables only, and checks the output. */
    public void check(boolean isTable, CommandFiles files, Existing existing) throws LstmException {
        if (!isTable && (strict || scores != null)) {
            throw LstmException.usage(strict ? Setting.STRICT : Setting.SCORES, " is for tables of several series")
                    .remedy("leave it out, or train on a table with ", Setting.BY);
        }
        if (scores != null) {
            files.writes(Setting.SCORES, scores, existing);
        }
    }

    /**
     * The reports on the series that could be scored.
     *
     * @throws LstmException if no series could be scored, or one could not and that is an error
     */
    public EvaluationReports scored(SeriesTable table, List<? extends KeyedEvaluation<?>> all) throws LstmException {
        EvaluationReports scored = EvaluationReports.of(table.keys(), all);
        Optional<LstmException> refused =
                all.stream().flatMap(one -> one.reason().stream()).findFirst();
        if (refused.isPresent() && (strict || scored.each().isEmpty())) {
            throw refused.get();
        }
        return scored;
    }

    /** Writes the scores of each series, and of sums over them, if asked to. */
    public void write(Console console, SeriesTable table, List<? extends KeyedEvaluation<?>> all, Existing existing)
            throws LstmException {
        if (scores != null) {
            Table rows = SeriesScores.table(table.keys(), all);
            AtomicFile.write(console.disk(), scores, to -> TableFormat.CSV.write(rows, to), existing);
        }
    }
}
