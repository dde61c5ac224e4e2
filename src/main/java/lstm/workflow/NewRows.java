package lstm.workflow;

import java.util.List;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.RowsWithHistory;
import lstm.model.DataFingerprint;
import lstm.model.Model;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.text.NumberText;

/**
 * Rows beside what a model has seen.
 *
 * @param file the rows
 * @param joined the same after the last rows that the model keeps, if they come after those
 * @param count how many of the rows the model has not seen
 */
public record NewRows(Series file, Series joined, int count) {
    /**
     * Compares rows with what a model has seen; refuses rows that the model cannot learn from.
     *
     * @param name of the model, for failures
     */
    static NewRows of(Model model, String name, Series rows) throws LstmException {
        if ((rows.kind() == StampKind.NONE) != (model.stamps() == StampKind.NONE)) {
            boolean dated = rows.kind() != StampKind.NONE;
            throw LstmException.data(
                            "has ",
                            dated ? "dates" : "no dates",
                            ", but ",
                            name,
                            " was trained on rows ",
                            dated ? "without" : "with dates")
                    .in(rows.source())
                    .remedy("name a file like that, or train again from the beginning");
        }
        TrainingChecks.checkValues(rows, model.preparation().plan());
        return new NewRows(rows, RowsWithHistory.after(model, rows).series(rows), count(model, rows));
    }

    /** By their dates; without any, rows are seen if the file begins with all that the model was trained on. */
    private static int count(Model model, Series rows) {
        DataFingerprint seen = model.data();
        if (rows.kind() != StampKind.NONE) {
            return (int)
                    rows.stamps().stream().filter(stamp -> stamp > seen.last()).count();
        }
        return isBeginning(seen, rows) ? rows.rows() - seen.rows() : rows.rows();
    }

    /** Whether the rows begin with all that a model has seen. */
    static boolean isBeginning(DataFingerprint seen, Series rows) {
        return rows.rows() >= seen.rows()
                && DataFingerprint.of(rows.first(seen.rows()), new Split(seen.rows(), seen.trainRows()))
                        .withoutUse()
                        .equals(seen.withoutUse());
    }

    /** What the model has used these rows for, by their stamps; nothing if all are new and only numbered. */
    DataFingerprint.Use seen(Model model) {
        boolean none = file.kind() == StampKind.NONE && count == file.rows();
        return none
                ? new DataFingerprint.Use(Long.MIN_VALUE, Long.MIN_VALUE)
                : model.data().knownUse();
    }

    /** Which of the joined rows are held out: a share of the file's, but a whole horizon unless the share is 0. */
    Split split(Model model, double share) throws LstmException {
        PreparationPlan plan = model.preparation().plan();
        int before = joined.rows() - file.rows();
        long least = Math.max(plan.outputSteps() + 1L, Split.leastRows(model.lookback(), plan) - before);
        if (file.rows() < least) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(file.rows()),
                            ", needs at least ",
                            NumberText.count(least),
                            " to learn from")
                    .in(file.source())
                    .remedy("add rows, earlier ones too");
        }
        int held = Split.heldRows(share, file.rows(), plan, Math.max(0, model.lookback() - before));
        if (joined.rows() - held < model.preparation().historyRows() + plan.outputSteps()) {
            throw LstmException.usage(Setting.VALIDATION.to(share), " leaves no window to learn from")
                    .remedy("hold out less");
        }
        Split whole = new Split(joined.rows(), joined.rows() - held);
        return Split.divided(
                        List.of(whole),
                        List.of(joined.masked()),
                        model.preparation().historyRows(),
                        plan.horizon())
                .get(0);
    }
}
