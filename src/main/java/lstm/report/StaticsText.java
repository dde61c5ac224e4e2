package lstm.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.prepare.Scaler;
import lstm.prepare.StaticFeature;
import lstm.prepare.StaticFeatures;
import lstm.series.ReadOptions;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** What is known of each series beside its rows, for people and as JSON. */
final class StaticsText {
    private static final int LISTED = 12;

    private StaticsText() {}

    /** For example {@code region (3 categories), price (number)}. */
    static String brief(ReadOptions reading, StaticFeatures features) {
        List<String> each = new ArrayList<>();
        for (int k = 0; k < features.each().size(); k++) {
            String what = features.each().get(k) instanceof StaticFeature.Category category
                    ? NumberText.count(category.vocabulary().size())
                            + (category.vocabulary().size() == 1 ? " category" : " categories")
                    : "number";
            each.add(reading.statics().get(k).name() + " (" + what + ")");
        }
        return String.join(", ", each);
    }

    /** A line for each column, with the first categories or the scale. */
    static void lines(LabelledLines text, ReadOptions reading, StaticFeatures features) {
        for (int k = 0; k < features.each().size(); k++) {
            text.addWrapped(
                    k == 0 ? "statics" : "",
                    reading.statics().get(k).name() + ": " + all(features.each().get(k)));
        }
    }

    private static String all(StaticFeature feature) {
        if (feature instanceof StaticFeature.Category category) {
            List<String> words = category.vocabulary();
            String more = words.size() > LISTED ? " and " + NumberText.count(words.size() - LISTED) + " more" : "";
            return words.isEmpty()
                    ? "no category was known"
                    : words.stream()
                                    .limit(LISTED)
                                    .map(word -> "\"" + word + "\"")
                                    .collect(joining(", "))
                            + more;
        }
        Scaler scaler = ((StaticFeature.Amount) feature).scaler();
        return "number, mean " + NumberText.of(scaler.offset()) + ", scale " + NumberText.of(scaler.scale());
    }

    /** For JSON. */
    static List<Map<String, Object>> values(ReadOptions reading, StaticFeatures features) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (int k = 0; k < features.each().size(); k++) {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("column", reading.statics().get(k).name());
            if (features.each().get(k) instanceof StaticFeature.Category category) {
                column.put("categories", category.vocabulary());
            } else if (features.each().get(k) instanceof StaticFeature.Amount amount) {
                column.put("mean", amount.scaler().offset());
                column.put("scale", amount.scaler().scale());
            }
            values.add(column);
        }
        return values;
    }
}
