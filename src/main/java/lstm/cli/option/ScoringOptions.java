package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.forecast.IntervalRequest;
import lstm.series.Series;
import lstm.workflow.BaseEvaluation;
import lstm.workflow.ModelEvaluation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which rows are forecast from where, and with which intervals. */
public final class ScoringOptions {
    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Number of steps to forecast from each origin (default: the horizon the model was"
                    + " trained for).")
    private Integer horizon;

    @Mixin
    private FromOption from;

    @Option(names = "--every", paramLabel = "N", description = "Rows between origins (default: ${DEFAULT-VALUE}).")
    private int every = 1;

    @Mixin
    private ModelIntervalOptions intervals;

    /** Checks what can be checked without a file. */
    public void check() throws LstmException {
        if (horizon != null) {
            SettingRange.steps(Setting.HORIZON, horizon);
        }
        SettingRange.atLeastOne(Setting.EVERY, every);
        intervals();
    }

    /** The intervals that are asked for. */
    public IntervalRequest intervals() throws LstmException {
        return intervals.request();
    }

    /** An evaluation of a model with these options but for the first row. */
    public ModelEvaluation applyTo(ModelEvaluation evaluation) throws LstmException {
        evaluation.every(every).intervals(intervals());
        return horizon == null ? evaluation : evaluation.horizon(horizon);
    }

    /** The same of the base model. */
    public BaseEvaluation applyTo(BaseEvaluation evaluation) throws LstmException {
        evaluation.every(every).intervals(intervals());
        return horizon == null ? evaluation : evaluation.horizon(horizon);
    }

    /** Has an evaluation begin with the row that is asked for, if one is. */
    public void begin(ModelEvaluation evaluation, Series rows) throws LstmException {
        from.applyTo(evaluation, rows);
    }

    /** The same of the base model. */
    public void begin(BaseEvaluation evaluation, Series rows) throws LstmException {
        evaluation.from(from.stamp(rows));
    }
}
