package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.report.BaseScores;
import lstm.report.EvaluationReports;
import lstm.report.Json;
import lstm.report.Table;

/**
 * Where scored forecasts go.
 *
 * @param json whether standard output gets the scores and not the forecasts
 */
record EvaluationOutput(Console console, CommonOptions common, OutputOptions output, boolean json) {
    /** Writes the forecasts, and prints the scores. */
    void write(EvaluationReports evaluated) throws LstmException, BrokenPipeException {
        write(evaluated.summary(), evaluated::rows, evaluated::values);
    }

    /** The same of the base model. */
    void write(BaseScores scores) throws LstmException, BrokenPipeException {
        write(scores.summary(), scores::rows, scores::values);
    }

    private void write(String summary, Supplier<Table> rows, Supplier<Map<String, Object>> values)
            throws LstmException, BrokenPipeException {
        if (!common.quiet()) {
            console.err().print(summary);
        }
        if (!json || output.file().isPresent()) {
            output.write(console, rows.get());
        }
        if (json) {
            byte[] scores = (Json.text(values.get()) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(scores));
        }
    }
}
