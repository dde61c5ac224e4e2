package lstm.prepare;

import java.util.ArrayList;
import java.util.List;
import lstm.series.Series;

/**
 * Series of the same columns, made ready for the training of one model.
 *
 * @param preparation of all
 * @param parts the series, in the order in which they were given; each holds out its own last rows
 */
public record Panel(Preparation preparation, List<TrainingSet> parts) {
    /** Keeps the list from being changed. */
    public Panel {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no series");
        }
    }

    /** One series alone. */
    public static Panel of(TrainingSet only) {
        return new Panel(only.preparation(), List.of(only));
    }

    /**
     * Splits and scales each series, after what is fitted has been fitted to the training rows of all. One series alone
     * is prepared as {@link TrainingSet#of} does.
     *
     * @param each of the same columns, with enough rows to leave a window to learn from
     * @param share of the rows of each held out, in [0, 1)
     */
    public static Panel of(PreparationPlan plan, int lookback, List<Series> each, double share) {
        if (each.size() == 1) {
            return of(TrainingSet.of(plan, lookback, each.get(0), share));
        }
        List<Split> splits = each.stream()
                .map(series -> Split.holdingOut(share, series.rows(), plan.outputSteps()))
                .toList();
        int[] rows = splits.stream().mapToInt(Split::trainRows).toArray();
        Preparation preparation = Preparation.fit(plan, lookback, each, rows);
        List<TrainingSet> parts = new ArrayList<>();
        for (int k = 0; k < splits.size(); k++) {
            parts.add(TrainingSet.of(splits.get(k), preparation, each.get(k)));
        }
        return new Panel(preparation, parts);
    }

    /** All windows whose truths are training rows. */
    public Samples learn() {
        return parts.size() == 1
                ? parts.get(0).learn()
                : together(parts.stream().map(TrainingSet::learn).toList());
    }

    /** All windows whose truths are held-out rows. */
    public Samples validation() {
        return parts.size() == 1
                ? parts.get(0).validation()
                : together(parts.stream().map(TrainingSet::validation).toList());
    }

    /** Rows that are held out, of all series. */
    public int heldRows() {
        return parts.stream().mapToInt(part -> part.split().heldRows()).sum();
    }

    private Samples together(List<Windows> windows) {
        return new ConcatenatedWindows(windows, preparation.plan().outputs());
    }
}
