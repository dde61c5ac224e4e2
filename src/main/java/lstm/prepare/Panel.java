package lstm.prepare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import lstm.series.RowWeights;
import lstm.series.Series;
import lstm.statistics.EvenlySpaced;

/**
 * Several series with the same columns, prepared for the training of one model.
 *
 * @param preparation shared by all series
 * @param parts the prepared series, in the order given; each holds out its own last rows
 * @param weights what each of them counts, by its training rows, one of them more than 0; empty if they count alike
 */
public record Panel(Preparation preparation, List<TrainingSet> parts, List<Double> weights) {
    /** Held-out rows of this many series choose and score: figures of more would hardly be more exact. */
    public static final int MOST_SCORED = 5_000;

    /** Copies the lists. */
    public Panel {
        parts = List.copyOf(parts);
        weights = List.copyOf(weights);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no series");
        }
    }

    /** A panel of one series. */
    public static Panel of(TrainingSet only) {
        return new Panel(only.preparation(), List.of(only), List.of());
    }

    /**
     * Fits the preparation to the training rows of all series, then splits and scales each. A single series is prepared
     * by {@link TrainingSet#of}.
     *
     * @param each series with the same columns, each with enough rows for a training window
     * @param share share of the rows of each series held out, in [0, 1)
     */
    public static Panel of(PreparationPlan plan, int lookback, List<Series> each, double share) {
        if (each.size() == 1) {
            return of(TrainingSet.of(plan, lookback, each.get(0), share));
        }
        List<Split> splits = splits(plan, lookback, each, share);
        int[] rows = splits.stream().mapToInt(Split::trainRows).toArray();
        return of(Preparation.fit(plan, lookback, each, rows), each, splits);
    }

    /**
     * The same with a preparation that is already fitted.
     *
     * @param each at least two series
     */
    public static Panel of(Preparation fitted, List<Series> each, double share) {
        return of(fitted, each, splits(fitted.plan(), fitted.lookback(), each, share));
    }

    private static List<Split> splits(PreparationPlan plan, int lookback, List<Series> each, double share) {
        List<Split> whole = each.stream()
                .map(series -> Split.of(share, series.rows(), plan, lookback))
                .toList();
        List<BitSet> masked = each.stream().map(Series::masked).toList();
        List<Split> divided = Split.divided(whole, masked, lookback + plan.transformLag(), plan.horizon());
        return IntStream.range(0, each.size())
                .mapToObj(k -> divided.get(k).beforeGaps(each.get(k), plan.windowRows(lookback)))
                .toList();
    }

    private static Panel of(Preparation preparation, List<Series> each, List<Split> splits) {
        return new Panel(preparation, sets(preparation, each, splits), weights(each, splits));
    }

    private static List<TrainingSet> sets(Preparation preparation, List<Series> each, List<Split> splits) {
        CalendarInputs calendar = CalendarInputs.remembering(preparation.plan().calendar());
        return IntStream.range(0, splits.size())
                .mapToObj(k -> TrainingSet.of(splits.get(k), preparation, each.get(k), k, calendar))
                .toList();
    }

    private static List<Double> weights(List<Series> each, List<Split> splits) {
        List<Double> weights = new ArrayList<>();
        for (int k = 0; k < each.size(); k++) {
            RowWeights.of(each.get(k), splits.get(k).trainRows()).ifPresent(weights::add);
        }
        return weights.stream().allMatch(weight -> weight == 0) ? List.of() : weights;
    }

    /** All training windows. */
    public Samples learn() {
        return parts.size() == 1 ? parts.get(0).learn() : together(TrainingSet::learn);
    }

    /** The validation windows of all series, or of {@link #sample}. */
    public Samples validation() {
        return parts.size() == 1 ? parts.get(0).validation() : sample().together(TrainingSet::validation);
    }

    /**
     * Numbers of the series whose held-out rows choose the epoch and score it: all, or of more than
     * {@value #MOST_SCORED} evenly spaced ones of those that count.
     */
    public List<Integer> sampled() {
        List<Integer> all = IntStream.range(0, parts.size()).boxed().toList();
        if (all.size() <= MOST_SCORED) {
            return all;
        }
        List<Integer> counted = weights.isEmpty()
                ? all
                : all.stream().filter(k -> weights.get(k) > 0).toList();
        return EvenlySpaced.of(counted, MOST_SCORED);
    }

    /** These series. */
    public Panel sample() {
        List<Integer> some = sampled();
        return some.size() == parts.size()
                ? this
                : new Panel(preparation, of(parts, some), weights.isEmpty() ? weights : of(weights, some));
    }

    private static <T> List<T> of(List<T> each, List<Integer> numbers) {
        return numbers.stream().map(each::get).toList();
    }

    /** The same with held-out rows that choose the epoch and score it. */
    public Panel undivided(List<Series> each) {
        List<Split> whole = parts.stream().map(part -> part.split().undivided()).toList();
        return new Panel(preparation, sets(preparation, each, whole), weights);
    }

    /** Whether the held-out rows that are scored have not chosen the epoch. */
    public boolean isDivided() {
        return parts.get(0).split().isDivided();
    }

    /** Total number of held-out rows. */
    public int heldRows() {
        return parts.stream().mapToInt(part -> part.split().heldRows()).sum();
    }

    private Samples together(Function<TrainingSet, Windows> windows) {
        return new ConcatenatedWindows(
                parts.stream().map(windows).toList(), preparation.plan().outputs(), weights);
    }
}
