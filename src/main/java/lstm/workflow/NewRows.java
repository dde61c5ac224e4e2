package lstm.workflow;

import java.util.List;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.RowsWithHistory;
import lstm.model.DataFingerprint;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.text.NumberText;

/**
 * Rows beside what a model has seen.
 *
 * @param files the rows, of one series or of several
 * @param joined those of the only series after the last rows that the model keeps, if they come after those; of several
 *     series, of which a model keeps no rows, the first
 * @param count how many of the rows the model has not seen
 * @param more how many more series there are than the model has seen
 */
public record NewRows(List<Series> files, Series joined, int count, int more) {
    /** Copies the list. */
    public NewRows {
        files = List.copyOf(files);
    }

    /**
     * Compares rows with what a model has seen; refuses rows that the model cannot learn from.
     *
     * @param name of the model, for failures
     */
    static NewRows of(Model model, String name, Series rows) throws LstmException {
        requireStamps(model, name, rows);
        TrainingChecks.checkValues(rows, model.preparation().plan());
        return new NewRows(List.of(rows), RowsWithHistory.after(model, rows).series(rows), count(model, rows), 0);
    }

    /**
     * Compares all rows of several series with what a model of several has seen. The model does not know which series
     * these were, only how many, and how many rows and up to when.
     *
     * @param settings of the training
     */
    static NewRows ofSeveral(Model model, String name, List<Series> all, Settings settings) throws LstmException {
        requireStamps(model, name, all.get(0));
        List<Series> files = TrainableSeries.of(all, settings).series();
        TrainingChecks.check(files, settings);
        if (files.size() == 1) {
            throw LstmException.data("is one series that can be learned, and ", name, " was trained on several")
                    .in(files.get(0).source())
                    .remedy("name files with all of them");
        }
        model.requireStatics(files.get(0));
        DataFingerprint seen = model.data();
        long rows = files.stream().mapToLong(Series::rows).sum();
        long later = files.stream()
                .mapToLong(series -> series.stamps().stream()
                        .filter(stamp -> stamp > seen.last())
                        .count())
                .sum();
        int count = (int) Math.max(later, Math.max(0, rows - seen.rows()));
        return new NewRows(files, files.get(0), count, Math.max(0, files.size() - seen.series()));
    }

    private static void requireStamps(Model model, String name, Series rows) throws LstmException {
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
    }

    /** The only series, or the first of several. */
    public Series file() {
        return files.get(0);
    }

    /** Whether they are of more than one series. */
    public boolean isOfSeveral() {
        return files.size() > 1;
    }

    /** Whether there is nothing to learn. */
    public boolean isNothing() {
        return count == 0 && more == 0;
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
        boolean none = file().kind() == StampKind.NONE && count == file().rows();
        return none
                ? new DataFingerprint.Use(Long.MIN_VALUE, Long.MIN_VALUE)
                : model.data().knownUse();
    }

    /** Which of the joined rows are held out: a share of the file's, but a whole horizon unless the share is 0. */
    Split split(Model model, double share) throws LstmException {
        PreparationPlan plan = model.preparation().plan();
        Series file = file();
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
