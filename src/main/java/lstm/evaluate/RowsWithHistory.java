package lstm.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.FittedBaselines;
import lstm.model.HistoryTail;
import lstm.model.Model;
import lstm.prepare.Timeline;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StampKind;
import lstm.series.StaticValue;
import lstm.series.ValueColumn;
import lstm.text.NumberText;

/**
 * Rows to forecast with the rows before them.
 *
 * @param columns [F][rows] of both; not copied
 * @param stamps of both
 * @param masked rows whose values are no truths; not copied
 * @param bridged rows that later ones decide, as in {@link Series}; not copied
 * @param follows whether the context is the model's own, before which it knows some values of the targets
 * @param before how many rows are only context
 * @param origin the file that the rows before are from; empty if they are those that the model keeps
 * @param statics what is known of the series beside its rows
 */
@SuppressWarnings("ArrayRecordComponent") // Long columns that nobody writes to or compares.
public record RowsWithHistory(
        double[][] columns,
        StampColumn stamps,
        BitSet masked,
        BitSet bridged,
        boolean follows,
        StampKind kind,
        int before,
        Optional<String> origin,
        List<StaticValue> statics) {
    /** The rows alone. */
    Timeline timeline() {
        return new Timeline(columns, stamps, statics);
    }

    /** Rows after those of an earlier file; of that only rows before the first of these are taken. */
    public static RowsWithHistory of(Series earlier, Series rows) throws LstmException {
        int before = (int) earlier.stamps().stream()
                .filter(stamp -> stamp < rows.stamps().at(0))
                .count();
        if (rows.kind() == StampKind.NONE) {
            before = earlier.rows();
        } else if (before == 0) {
            throw LstmException.data("has no row before ", rows.stampText(0), ", where ", rows.source(), " begins")
                    .remedy("give earlier rows with ", Setting.CONTEXT)
                    .in(earlier.source());
        }
        return join(earlier.stamps(), earlier.values(), false, before, rows, Optional.of(earlier.source()));
    }

    /** Rows after the last that the model saw, if they do come after it; else the rows alone. */
    public static RowsWithHistory after(Model model, Series rows) {
        HistoryTail context = model.context();
        boolean known = context.rows() > 0;
        boolean dated = known && rows.kind() != StampKind.NONE && model.stamps() != StampKind.NONE;
        boolean follows =
                dated && context.stamps()[context.rows() - 1] < rows.stamps().at(0);
        int before = follows ? context.rows() : 0;
        return join(StampColumn.of(context.stamps()), context.values(), follows, before, rows, Optional.empty());
    }

    private static RowsWithHistory join(
            StampColumn stamps, double[][] values, boolean follows, int before, Series rows, Optional<String> origin) {
        double[][] columns = new double[values.length][];
        for (int f = 0; f < columns.length; f++) {
            columns[f] = Arrays.copyOf(values[f], before + rows.rows());
            System.arraycopy(rows.column(f), 0, columns[f], before, rows.rows());
        }
        StampColumn all = StampColumn.of(
                before + rows.rows(),
                row -> row < before ? stamps.at(row) : rows.stamps().at(row - before));
        BitSet masked = behind(before, rows.masked());
        BitSet bridged = behind(before, rows.bridged());
        return new RowsWithHistory(columns, all, masked, bridged, follows, rows.kind(), before, origin, rows.statics());
    }

    private static BitSet behind(int before, BitSet rows) {
        BitSet moved = new BitSet();
        rows.stream().forEach(row -> moved.set(before + row));
        return moved;
    }

    /** The rows of a series with those before them. */
    public Series series(Series rows) {
        return new Series(
                rows.source(),
                rows.columns(),
                Arrays.stream(columns).map(ValueColumn::of).toList(),
                stamps,
                kind,
                rows.dateColumn(),
                rows.targetReason(),
                rows.notes(),
                masked,
                bridged,
                Optional.empty(),
                rows.reading(),
                rows.statics());
    }

    /** What simple methods learn from the rows before one. */
    public List<FittedBaselines> baselines(int before, Model model) {
        double[][] known = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, before))
                .toArray(double[][]::new);
        return BaselineFit.of(known, masked, before, model.preparation(), extent(model));
    }

    /** Those that smooth are scored beside every model. */
    private static FitExtent extent(Model model) {
        return FitExtent.of(model).withSmoothing();
    }

    /** The baselines of a model with methods that smooth, which learn from the first of these rows. */
    public List<FittedBaselines> smoothing(Model model, int rows) {
        return BaselineFit.smoothing(model.baselines(), columns, masked, rows);
    }

    /** The first row that has a whole window before it. */
    int firstForecast(int lookback, String source) throws LstmException {
        if (columns[0].length <= lookback) {
            throw LstmException.data(
                            "has ",
                            NumberText.rows(columns[0].length - before),
                            " and ",
                            before,
                            " before them, needs more than ",
                            lookback,
                            " in all, the model's lookback")
                    .remedy("give earlier rows with ", Setting.CONTEXT)
                    .in(source);
        }
        return Math.max(before, lookback);
    }

    /**
     * What to know about how far the windows reach.
     *
     * @param first of these rows that is forecast
     */
    public List<HistoryNote> notes(Model model, Series rows, int first) {
        List<HistoryNote> notes = new ArrayList<>();
        if (before > 0) {
            notes.add(new HistoryNote.ReachesBack(origin));
        }
        int skipped = Math.max(
                0, Math.min(rows.rows(), Math.min(first, model.preparation().historyRows()) - before));
        boolean hasEarlier = kind == StampKind.NONE
                || kind != model.stamps()
                || rows.stamps().at(0) > model.data().first();
        // Before the rows that the model was trained on there are hardly others.
        if (skipped > 0 && hasEarlier) {
            notes.add(new HistoryNote.RowsSkipped(skipped));
        }
        return notes;
    }
}
