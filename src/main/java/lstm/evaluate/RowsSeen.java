package lstm.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lstm.forecast.IntervalSource;
import lstm.model.DataFingerprint;
import lstm.model.Model;
import lstm.model.RowRole;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.series.StampKind;

/**
 * Which rows of a series taught a model, and which of the rows after them chose its epoch.
 *
 * @param taught rows that taught, the first ones
 * @param seen rows that taught or chose
 */
public record RowsSeen(int taught, int seen) {
    /**
     * Rows with dates were seen if their dates are of the time that the model was trained on; rows without, if the
     * series begins with all that it was trained on. A model of several series does not know rows without dates.
     */
    public static RowsSeen of(Model model, Series rows) {
        DataFingerprint data = model.data();
        if (rows.kind() == StampKind.NONE || model.stamps() == StampKind.NONE) {
            return begins(rows, data) ? counted(rows, data) : new RowsSeen(0, 0);
        }
        long from = data.first();
        int within = rowsTo(rows, data.last()) - rowsTo(rows, from - 1);
        boolean isWhole = data.use().isEmpty() && data.series() == 1 && within == data.rows();
        if (isWhole) {
            int before = rowsTo(rows, from - 1);
            return new RowsSeen(before + data.trainRows(), before + data.rows());
        }
        DataFingerprint.Use use = data.use().orElse(new DataFingerprint.Use(data.last(), data.last()));
        return new RowsSeen(rowsTo(rows, use.trainedTo()), rowsTo(rows, use.chosenTo()));
    }

    private static boolean begins(Series rows, DataFingerprint data) {
        return rows.rows() >= data.rows()
                && data.series() == 1
                && DataFingerprint.of(rows.first(data.rows()), new Split(data.rows(), data.trainRows()))
                        .sha256()
                        .equals(data.sha256());
    }

    private static RowsSeen counted(Series rows, DataFingerprint data) {
        int chosen = data.use().map(use -> rowsTo(rows, use.chosenTo())).orElse(data.rows());
        return new RowsSeen(data.trainRows(), Math.max(data.trainRows(), chosen));
    }

    private static int rowsTo(Series rows, long stamp) {
        return (int) rows.stamps().stream().filter(row -> row <= stamp).count();
    }

    /** The forecasts by what the rows were to the model, those of unseen rows first. */
    public List<BacktestResult> parts(BacktestResult all) {
        List<BacktestResult> parts = new ArrayList<>();
        for (RowRole role : RowRole.values()) {
            List<OriginForecast> some = all.origins().stream()
                    .filter(origin -> role(origin.row()) == role)
                    .toList();
            if (!some.isEmpty()) {
                parts.add(all.of(some, role));
            }
        }
        return parts;
    }

    /** The same rows behind as many others, which were seen too. */
    RowsSeen after(int before) {
        return new RowsSeen(before + taught, before + seen);
    }

    /**
     * Intervals that learn from errors on rows of the same role alone. The errors on rows that taught are smaller than
     * those to come, and intervals of unseen rows that knew them would be too narrow.
     */
    IntervalSource apart(Supplier<IntervalSource> each) {
        Map<RowRole, IntervalSource> byRole = new EnumMap<>(RowRole.class);
        return (origin, forecast, levels) ->
                byRole.computeIfAbsent(role(origin), role -> each.get()).next(origin, forecast, levels);
    }

    private RowRole role(int row) {
        return row < taught ? RowRole.TAUGHT : row < seen ? RowRole.CHOSE : RowRole.UNSEEN;
    }
}
