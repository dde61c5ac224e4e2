package lstm.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lstm.model.NamedSetting;
import lstm.model.Settings;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.tune.Trial;
import lstm.tune.TuneResult;

/**
 * The trials of a search.
 *
 * @param trials in the order in which they were run
 * @param chosen one of them
 * @param options turns settings into options
 */
public record TrialTable(List<Trial> trials, Trial chosen, Function<Settings, String> options) {
    private static final int SHOWN = 5;

    private static final List<String> HEAD =
            List.of("skill", "RMSE", "transform", "scaler", "rows", "network", "dropout", "rate");

    /** The table of a search. */
    public TrialTable(TuneResult result, Function<Settings, String> options) {
        this(result.trials(), result.chosen(), options);
    }

    /** The most important settings in a few words. */
    public static String summary(Settings settings) {
        return settings.plan().transform() + " " + settings.plan().scaling() + ", " + settings.lookback() + " rows, "
                + network(settings);
    }

    private static String network(Settings settings) {
        String segments = settings.segment() == 0 ? "" : settings.segment() + " at once, ";
        return segments + settings.layers() + "x" + settings.units() + " " + settings.cell();
    }

    /** The judged trials: the chosen one first, then the others by skill. */
    private List<Trial> ranked() {
        return trials.stream()
                .filter(Trial::isJudged)
                .sorted(Comparator.comparing((Trial trial) -> trial != chosen)
                        .thenComparing(Comparator.comparingDouble(Trial::skill).reversed()))
                .toList();
    }

    /** As text: the number of trials, and the best of them next to naive. */
    String text(double seconds) {
        LabelledLines lines = new LabelledLines();
        List<Trial> ranked = ranked();
        lines.add("tried", tried(ranked.size()) + ", in " + NumberText.seconds(seconds));
        lines.add(
                "best",
                Scores.ahead(chosen.settings().plan().horizon())
                        + " on rows before those held out; RMSE of naive "
                        + NumberText.rounded(ranked.get(0).naive(), 5));
        List<List<String>> cells = new ArrayList<>(List.of(HEAD));
        List<Trial> shown = ranked.stream().limit(SHOWN).toList();
        shown.forEach(trial -> cells.add(row(trial)));
        lines.add("", aligned(HEAD, cells));
        for (Trial trial : shown) {
            lines.add("", aligned(row(trial), cells));
            if (shown.stream().anyMatch(other -> other != trial && looks(other).equals(looks(trial)))) {
                lines.addWrapped("", "  with " + others(trial, shown));
            }
        }
        if (ranked.stream().anyMatch(trial -> trial.skill() > ranked.get(0).skill())) {
            lines.addWrapped(
                    "chosen", "the first: settings with more skill were tried later and are not significantly better");
        }
        return lines.toString();
    }

    /** What the table shows of the settings. */
    private static List<String> looks(Trial trial) {
        List<String> row = row(trial);
        return row.subList(HEAD.indexOf("transform"), row.size());
    }

    /** The settings in which trials that look the same differ. */
    private static String others(Trial trial, List<Trial> shown) {
        List<Settings> alike = shown.stream()
                .filter(other -> looks(other).equals(looks(trial)))
                .map(Trial::settings)
                .toList();
        return NamedSetting.ALL.stream()
                .filter(setting -> alike.stream().map(setting::of).distinct().count() > 1)
                .map(setting -> setting.setting() + " " + value(setting.of(trial.settings())))
                .collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "none" : list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value instanceof Double number ? NumberText.of(number) : String.valueOf(value);
    }

    private String tried(int judged) {
        String other = trials.stream()
                .filter(trial -> !trial.isJudged())
                .collect(Collectors.groupingBy(Trial::verdict, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> ", " + entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining());
        return trials.size() + (trials.size() == 1 ? " setting: " : " settings: ") + judged + " judged" + other;
    }

    private static List<String> row(Trial trial) {
        Settings settings = trial.settings();
        return List.of(
                NumberText.fixed(trial.skill(), 3),
                NumberText.rounded(trial.rmse(), 5),
                settings.plan().transform().toString(),
                settings.plan().scaling().toString(),
                Integer.toString(settings.lookback()),
                network(settings),
                NumberText.of(settings.dropout()),
                NumberText.of(settings.recipe().rate()));
    }

    private static String aligned(List<String> row, List<List<String>> all) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < row.size(); k++) {
            int column = k;
            int width = all.stream()
                    .mapToInt(other -> other.get(column).length())
                    .max()
                    .orElseThrow();
            boolean isText = k == 2 || k == 3 || k == 5;
            text.append(k == 0 ? "" : " ")
                    .append(String.format(Locale.ROOT, "%" + (isText ? "-" : "") + width + "s", row.get(k)));
        }
        return text.toString().stripTrailing();
    }

    /** Every trial, in order, as values for {@link Json}. */
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (Trial trial : trials) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("trial", trial.number());
            one.put("outcome", trial.verdict().toString());
            one.put("folds", trial.ratios().size());
            one.put("skill", trial.ratios().isEmpty() ? null : (Object) trial.skill());
            one.put("rmse", trial.ratios().isEmpty() ? null : (Object) trial.rmse());
            one.put("naive", trial.ratios().isEmpty() ? null : (Object) trial.naive());
            one.put("options", options.apply(trial.settings()));
            values.add(one);
        }
        return values;
    }
}
