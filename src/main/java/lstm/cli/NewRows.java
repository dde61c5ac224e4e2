package lstm.cli;

import java.nio.file.Path;
import java.util.Arrays;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.model.DataSeen;
import lstm.model.Model;
import lstm.prepare.Plan;
import lstm.prepare.Split;
import lstm.report.Figures;
import lstm.series.Series;
import lstm.series.StampKind;

/**
 * A file beside what a model has seen.
 *
 * @param file its rows
 * @param joined the same after the last rows that the model keeps, if they come after those
 * @param count how many of the rows the model has not seen
 */
record NewRows(Series file, Series joined, int count) {
    /** Compares a file with what a model has seen; refuses one that the model cannot learn from. */
    static NewRows of(Model model, Path modelFile, Series rows) throws UserException {
        if ((rows.kind() == StampKind.NONE) != (model.stamps() == StampKind.NONE)) {
            boolean dated = rows.kind() != StampKind.NONE;
            throw new UserException(
                    Kind.DATA,
                    rows.source() + ": has " + (dated ? "dates" : "no dates") + ", and " + modelFile
                            + " was trained on rows " + (dated ? "without" : "with dates")
                            + "; give a file like that, or train anew");
        }
        Trainable.checkValues(rows, model.preparation().plan());
        return new NewRows(rows, Span.after(model, rows).series(rows), count(model, rows));
    }

    /** By their dates; without any, rows are seen if the file begins with all that the model was trained on. */
    private static int count(Model model, Series rows) {
        DataSeen seen = model.data();
        if (rows.kind() != StampKind.NONE) {
            return (int) Arrays.stream(rows.stamps())
                    .filter(stamp -> stamp > seen.last())
                    .count();
        }
        boolean grown = rows.rows() >= seen.rows()
                && DataSeen.of(rows.first(seen.rows()), seen.trainRows()).equals(seen);
        return grown ? rows.rows() - seen.rows() : rows.rows();
    }

    /** Which of the joined rows are held out: a share of the file's, but a whole horizon unless the share is 0. */
    Split split(Model model, double share) throws UserException {
        Plan plan = model.preparation().plan();
        int before = joined.rows() - file.rows();
        long least = Math.max(plan.head() + 1L, Split.leastRows(model.lookback(), plan) - before);
        if (file.rows() < least) {
            throw new UserException(
                    Kind.DATA,
                    file.source() + ": has " + Figures.count(file.rows()) + " rows, needs at least "
                            + Figures.count(least) + " to learn from; add rows, earlier ones too");
        }
        int held = Split.holdingOut(share, file.rows(), plan.head()).heldRows();
        if (joined.rows() - held < model.preparation().reach() + plan.head()) {
            throw new UserException(
                    Kind.USAGE, "--validation " + share + " leaves no window to learn from; hold out less");
        }
        return new Split(joined.rows(), joined.rows() - held);
    }

    /** How many are new, in words. */
    String text(Model model, Path modelFile) {
        String rows = Figures.rows(count);
        if (file.kind() == StampKind.NONE) {
            return rows
                    + (count == file.rows()
                            ? ", by their numbers alone: the file has no dates"
                            : " after the " + Figures.count(model.data().rows()) + " that " + modelFile + " has seen");
        }
        return rows + " after " + file.kind().text(model.data().last()) + ", the last that " + modelFile + " has seen";
    }
}
