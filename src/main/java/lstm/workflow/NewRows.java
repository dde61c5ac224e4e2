package lstm.workflow;

import java.nio.file.Path;
import java.util.Arrays;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.RowsWithHistory;
import lstm.model.DataFingerprint;
import lstm.model.Model;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.text.NumberText;

/**
 * A file beside what a model has seen.
 *
 * @param file its rows
 * @param joined the same after the last rows that the model keeps, if they come after those
 * @param count how many of the rows the model has not seen
 */
public record NewRows(Series file, Series joined, int count) {
    /** Compares a file with what a model has seen; refuses one that the model cannot learn from. */
    public static NewRows of(Model model, Path modelFile, Series rows) throws LstmException {
        if ((rows.kind() == StampKind.NONE) != (model.stamps() == StampKind.NONE)) {
            boolean dated = rows.kind() != StampKind.NONE;
            throw new LstmException(
                    Kind.DATA,
                    rows.source() + ": has " + (dated ? "dates" : "no dates") + ", and " + modelFile
                            + " was trained on rows " + (dated ? "without" : "with dates")
                            + "; give a file like that, or train anew");
        }
        TrainingChecks.checkValues(rows, model.preparation().plan());
        return new NewRows(rows, RowsWithHistory.after(model, rows).series(rows), count(model, rows));
    }

    /** By their dates; without any, rows are seen if the file begins with all that the model was trained on. */
    private static int count(Model model, Series rows) {
        DataFingerprint seen = model.data();
        if (rows.kind() != StampKind.NONE) {
            return (int) Arrays.stream(rows.stamps())
                    .filter(stamp -> stamp > seen.last())
                    .count();
        }
        boolean grown = rows.rows() >= seen.rows()
                && DataFingerprint.of(rows.first(seen.rows()), seen.trainRows()).equals(seen);
        return grown ? rows.rows() - seen.rows() : rows.rows();
    }

    /** Which of the joined rows are held out: a share of the file's, but a whole horizon unless the share is 0. */
    Split split(Model model, double share) throws LstmException {
        PreparationPlan plan = model.preparation().plan();
        int before = joined.rows() - file.rows();
        long least = Math.max(plan.outputSteps() + 1L, Split.leastRows(model.lookback(), plan) - before);
        if (file.rows() < least) {
            throw new LstmException(
                    Kind.DATA,
                    file.source() + ": has " + NumberText.count(file.rows()) + " rows, needs at least "
                            + NumberText.count(least) + " to learn from; add rows, earlier ones too");
        }
        int held = Split.holdingOut(share, file.rows(), plan.outputSteps()).heldRows();
        if (joined.rows() - held < model.preparation().historyRows() + plan.outputSteps()) {
            throw new LstmException(
                    Kind.USAGE, "--validation " + share + " leaves no window to learn from; hold out less");
        }
        return new Split(joined.rows(), joined.rows() - held);
    }

    /** How many are new, in words. */
    public String text(Model model, Path modelFile) {
        String rows = NumberText.rows(count);
        if (file.kind() == StampKind.NONE) {
            return rows
                    + (count == file.rows()
                            ? ", by their numbers alone: the file has no dates"
                            : " after the " + NumberText.count(model.data().rows()) + " that " + modelFile
                                    + " has seen");
        }
        return rows + " after " + file.kind().text(model.data().last()) + ", the last that " + modelFile + " has seen";
    }
}
