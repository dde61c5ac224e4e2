package lstm.cli.option;

import java.util.OptionalLong;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.workflow.ModelEvaluation;
import picocli.CommandLine.Option;

/** The first row to forecast. */
public final class FromOption {
    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First row to forecast: a date such as 2024-05-31, a date and time such as"
                    + " 2024-05-31T09:30, or the number of a row without a date (default: the first with enough rows"
                    + " before it). Rows before it are used as history.")
    private String from;

    /** Begins an evaluation with the row that was asked for, if one was. */
    public void applyTo(ModelEvaluation evaluation, Series rows) throws LstmException {
        if (from != null) {
            evaluation.from(stamp(rows).getAsLong());
        }
    }

    /** The stamp of the row that was asked for, if one was. */
    public OptionalLong stamp(Series rows) throws LstmException {
        if (from == null) {
            return OptionalLong.empty();
        }
        OptionalLong stamp = rows.kind().stamp(from);
        if (stamp.isEmpty()) {
            boolean dated = rows.kind() != StampKind.NONE;
            throw LstmException.usage(Setting.FROM.to(from), dated ? " is not an ISO date" : " is not a row number")
                    .remedy("use one such as ", Setting.FROM.to(rows.stampText(rows.rows() - 1)));
        }
        return stamp;
    }
}
