package lstm.cli;

import java.nio.charset.StandardCharsets;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.report.EvaluationReports;
import lstm.report.Json;

/**
 * Where scored forecasts go.
 *
 * @param json whether standard output gets the scores and not the forecasts
 */
record EvaluationOutput(Console console, CommonOptions common, OutputOptions output, boolean json) {
    /** Writes the forecasts, and prints the scores. */
    void write(EvaluationReports evaluated) throws LstmException, BrokenPipeException {
        if (!common.quiet()) {
            console.err().print(evaluated.summary());
        }
        if (!json || output.file().isPresent()) {
            output.write(console, evaluated.rows());
        }
        if (json) {
            byte[] scores = (Json.text(evaluated.values()) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(scores));
        }
    }
}
