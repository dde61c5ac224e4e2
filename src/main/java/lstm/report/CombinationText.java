package lstm.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Method;
import lstm.model.Model;
import lstm.text.LabelledLines;

/** What the forecasts of a model are made of, in words. */
public final class CombinationText {
    private static final double PERCENT = 100;

    private CombinationText() {}

    /** Lines that give the share of each method; none for a model whose forecasts are the network's. */
    public static String lines(Model model) {
        LabelledLines lines = new LabelledLines();
        sentences(model).forEach(sentence -> lines.addWrapped("combined", sentence));
        return lines.toString();
    }

    /** The same as sentences, one for each target. */
    public static List<String> sentences(Model model) {
        List<String> sentences = new ArrayList<>();
        model.combination().filter(Combination::isLearned).ifPresent(parts -> {
            for (int target = 0; target < model.targets().size(); target++) {
                String name = model.targets().size() == 1 ? "" : model.targets().get(target) + ": ";
                String steps = parts.weights()[target].length == 1 ? "" : ", on average over the steps ahead";
                sentences.add(name + shares(parts, target) + steps + network(parts));
            }
        });
        return sentences;
    }

    /** For example {@code autoregression 61 %, network 39 %}. */
    private static String shares(Combination parts, int target) {
        double[] shares = parts.shares(target);
        return IntStream.range(0, shares.length)
                .boxed()
                .filter(k -> Math.round(PERCENT * shares[k]) > 0)
                .sorted(Comparator.comparingDouble(k -> -shares[k]))
                .map(k -> name(parts, parts.members().get(k)) + " " + Math.round(PERCENT * shares[k]) + " %")
                .collect(Collectors.joining(", "));
    }

    /** What forecasts without a network are made of. */
    static String without(Combine parts) {
        return "none: the forecasts combine " + (parts.hasBase() ? "the base model and " : "") + "simple methods";
    }

    private static String name(Combination parts, Method member) {
        return member == Method.BASE && parts.tuned().isPresent() ? member + ", trained on these rows," : "" + member;
    }

    private static String network(Combination parts) {
        boolean kept =
                parts.mode().tunes() && parts.uses(Method.BASE) && parts.tuned().isEmpty();
        return trained(parts) + (kept ? "; training the base model did not help, or the rows are too few" : "");
    }

    private static String trained(Combination parts) {
        if (!parts.mode().trains()) {
            return "; no network was trained";
        }
        if (!parts.usesMethods()) {
            return "; weights for the simple methods did not clearly help the series that they were not learned on";
        }
        return parts.usesNetwork() ? "" : "; the network adds nothing to these methods and is not used";
    }

    /** Values for {@link Json} with the shares as {@code combination}, if the model has them. */
    public static Map<String, Object> in(Map<String, Object> values, Model model) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        if (model.combination().isPresent()) {
            all.put("combination", values(model));
        }
        return all;
    }

    /**
     * The mean shares of each target as values for {@link Json}; null for a model whose forecasts are the network's.
     */
    static Object values(Model model) {
        return model.combination()
                .filter(Combination::isLearned)
                .map(parts -> IntStream.range(0, model.targets().size())
                        .mapToObj(target -> values(parts, target))
                        .toList())
                .orElse(null);
    }

    private static Map<String, Object> values(Combination parts, int target) {
        double[] shares = parts.shares(target);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int k = 0; k < shares.length; k++) {
            Method member = parts.members().get(k);
            values.put(member.key(), shares[k]);
        }
        return values;
    }
}
