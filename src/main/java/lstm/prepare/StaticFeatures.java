package lstm.prepare;

import java.util.ArrayList;
import java.util.List;
import lstm.network.StaticInputs;
import lstm.random.RandomStream;
import lstm.random.SplitMix64;
import lstm.series.Series;
import lstm.series.StaticColumn;
import lstm.series.StaticValue;
import lstm.statistics.Values;

/**
 * How what is known of a series beside its rows becomes inputs of the network: first the numbers, then the codes of
 * categories.
 *
 * @param each in the order of the static columns
 */
public record StaticFeatures(List<StaticFeature> each) {
    /** Nothing is known but rows. */
    public static final StaticFeatures NONE = new StaticFeatures(List.of());

    /** Share of the training windows in which a category is shown as one that is not in the vocabulary. */
    private static final double OTHER_SHARE = 0.05;

    /** Copies the list. */
    public StaticFeatures {
        each = List.copyOf(each);
    }

    /**
     * Fits the features to the facts of the series to train on.
     *
     * @param series with the same static columns, whose kinds are known
     */
    public static StaticFeatures fit(List<Series> series) {
        List<StaticColumn> columns = series.get(0).reading().statics();
        List<StaticFeature> fitted = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            int number = k;
            List<StaticValue> facts =
                    series.stream().map(one -> one.statics().get(number)).toList();
            fitted.add(
                    columns.get(k).kind().orElseThrow() == StaticColumn.Kind.NUMBER ? amount(facts) : category(facts));
        }
        return new StaticFeatures(fitted);
    }

    private static StaticFeature amount(List<StaticValue> facts) {
        double[] known = facts.stream()
                .mapToDouble(StaticValue::number)
                .filter(number -> !Double.isNaN(number))
                .toArray();
        return new StaticFeature.Amount(
                known.length == 0 ? new Scaler(0, 0) : ScalingMethod.STANDARD.fit(Values.of(known)));
    }

    private static StaticFeature category(List<StaticValue> facts) {
        return new StaticFeature.Category(facts.stream()
                .map(StaticValue::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList());
    }

    /** What the network takes: first the share of the window that is padding, if it may be padded. */
    public StaticInputs inputs(ColdStart cold) {
        return new StaticInputs(
                numbers() + (cold == ColdStart.PAD ? 1 : 0),
                categories().stream()
                        .map(category -> StaticInputs.Embedding.of(category.codes()))
                        .toList());
    }

    private int numbers() {
        return each.size() - categories().size();
    }

    private List<StaticFeature.Category> categories() {
        return each.stream()
                .filter(feature -> feature instanceof StaticFeature.Category)
                .map(feature -> (StaticFeature.Category) feature)
                .toList();
    }

    /**
     * The inputs that stand for the facts of a series.
     *
     * @throws IllegalArgumentException if there are not as many facts as features
     */
    float[] encode(List<StaticValue> facts) {
        if (facts.size() != each.size()) {
            throw new IllegalArgumentException(facts.size() + " facts for " + each.size() + " features");
        }
        float[] inputs = new float[each.size()];
        int number = 0;
        int code = numbers();
        for (int k = 0; k < inputs.length; k++) {
            boolean isCategory = each.get(k) instanceof StaticFeature.Category;
            inputs[isCategory ? code++ : number++] = each.get(k).encode(facts.get(k));
        }
        return inputs;
    }

    /**
     * Shows a few categories of a training window as one that was never seen, so that the network learns what to make
     * of such a category: those of the same windows in every epoch.
     *
     * @param series number of the series
     * @param first row of the window
     * @param inputs of {@link #encode}; modified
     */
    void hideSome(int series, int first, float[] inputs) {
        SplitMix64 random = SplitMix64.of(0, RandomStream.OTHER_CATEGORY, series, first);
        for (int k = numbers(); k < inputs.length; k++) {
            if (random.nextDouble() < OTHER_SHARE) {
                inputs[k] = StaticFeature.Category.OTHER;
            }
        }
    }
}
