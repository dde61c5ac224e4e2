package lstm.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.PairedTest;
import lstm.model.RowRole;
import lstm.model.Score;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** Scores as text and JSON, the same in every command. */
public final class Scores {
    /** With {@link LabelledLines} in front, a row fits 80 columns. */
    private static final String ROW = "%-14s %10s %10s %8s %7s %8s %8s";

    private static final String UNDEFINED = "-";

    private static final String UNTESTED = " too few to tell from chance";

    private Scores() {}

    /** The errors of the model and the baselines, and the verdict. */
    public static String text(Score score) {
        LabelledLines lines = new LabelledLines();
        String season = score.season() == 1 ? "no season" : "season " + NumberText.count(score.season());
        if (score.over().role() == RowRole.TAUGHT) {
            lines.addWrapped("note", role(RowRole.TAUGHT));
        }
        lines.add("scored", measured(score) + ", " + season + "; naive repeats the last value");
        if (score.over().role() == RowRole.CHOSE) {
            lines.addWrapped("", role(RowRole.CHOSE));
        }
        if (score.over().isOfSeveral()) {
            lines.addWrapped("", "figures are means over the series; the skill is based on RMSSE");
        }
        lines.add("", String.format(Locale.ROOT, ROW, "", "RMSE", "MAE", "MAPE %", "sMAPE %", "MASE", "RMSSE"));
        score.accuracies().forEach((method, accuracy) -> lines.add("", row(method, accuracy)));
        lines.addWrapped("skill", skill(score));
        score.better().ifPresent(method -> lines.addWrapped("better", method + ", " + margin(score, method)));
        return lines.toString();
    }

    /** The line of a column that weighs the series. */
    static LabelledLines weighed(String column) {
        LabelledLines lines = new LabelledLines();
        lines.addWrapped(
                "weight", LstmException.quote(column) + ": in the means over the series each counts as it says");
        return lines;
    }

    /** What rows with a role mean for a score. */
    static String role(RowRole role) {
        return switch (role) {
            case UNSEEN -> "the model had not seen these rows";
            case CHOSE -> "the same rows chose the epoch, which favors the model: expect larger errors on later rows";
            case TAUGHT -> "the model was trained on rows of this time, so this says nothing about later rows";
        };
    }

    /** The name of a role in JSON. */
    static String key(RowRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** A score in one line, with the role of its rows. */
    static String line(Score score) {
        return measured(score) + ": " + errors(score) + "; " + role(score.over().role());
    }

    /** The errors that a score is ranked by, in one line. */
    static String errors(Score score) {
        return score.ranking() + " " + error(score.error(score.model())) + ", naive "
                + error(score.error(score.naive())) + ", skill " + rounded(score);
    }

    private static String measured(Score score) {
        Score.Over over = score.over();
        String ahead = ahead(over.steps());
        String forecasts = NumberText.count(score.model().count()) + " forecasts";
        if (over.isOfSeveral()) {
            return ahead + " on " + forecasts + " of " + NumberText.count(over.series()) + " series";
        }
        return over.steps() == 1
                ? ahead + " on " + NumberText.rows(score.model().count())
                : ahead + " from " + origins(over) + " (" + forecasts + ")";
    }

    private static String origins(Score.Over over) {
        return over.origins() == 1 ? "one origin" : NumberText.count(over.origins()) + " origins";
    }

    /** How far ahead forecasts of this many steps look, in words. */
    public static String ahead(int steps) {
        return steps == 1 ? "one step ahead" : "1 to " + steps + " steps ahead";
    }

    private static String row(Method method, Accuracy accuracy) {
        return String.format(
                Locale.ROOT,
                ROW,
                method == Method.EXPONENTIAL_SMOOTHING ? "exp. smoothing" : method,
                error(accuracy.rmse()),
                error(accuracy.mae()),
                share(accuracy.mape()),
                accuracy.smape() < 0.001 && accuracy.smape() > 0 ? "<0.001" : NumberText.rounded(accuracy.smape(), 3),
                share(accuracy.mase()),
                share(accuracy.rmsse()));
    }

    /** Five digits, or fewer if there are zeros or an exponent, so that columns have one width. */
    private static String error(double value) {
        return fitting(value, 5, 10);
    }

    private static String share(OptionalDouble value) {
        return value.isPresent() ? fitting(value.getAsDouble(), 3, 8) : UNDEFINED;
    }

    private static String fitting(double value, int digits, int width) {
        String text = NumberText.rounded(value, digits);
        return text.length() > width && digits > 1 ? fitting(value, digits - 1, width) : text;
    }

    private static String skill(Score score) {
        if (score.error(score.naive()) == 0) {
            return "undefined: the naive forecast makes no error on these rows";
        }
        String side =
                score.error(score.model()) < score.error(score.naive()) ? "better than naive" : "no better than naive";
        return rounded(score) + ": "
                + score.test()
                        .map(test -> PairedTestText.of(test, Method.NAIVE))
                        .orElse(side + untested(score.over()));
    }

    /** Why there is no test; nothing where it is plain, or none is made, as of means over several series. */
    private static String untested(Score.Over over) {
        return over.steps() == 1 || over.isOfSeveral()
                ? ""
                : "; " + origins(over) + (over.origins() == 1 ? " is" : " that overlap are") + UNTESTED;
    }

    /** The skill as a text. */
    public static String rounded(Score score) {
        return score.skill().isPresent() ? NumberText.fixed(score.skill().getAsDouble(), 3) : "undefined";
    }

    /** A table with a row for each method, for a page. */
    public static Table table(Score score) {
        List<List<Object>> rows = new ArrayList<>();
        score.accuracies()
                .forEach((method, a) -> rows.add(Arrays.asList(
                        method.toString(),
                        a.rmse(),
                        a.mae(),
                        orNull(a.mape()),
                        a.smape(),
                        orNull(a.mase()),
                        orNull(a.rmsse()))));
        return new Table(List.of("method", "RMSE", "MAE", "MAPE %", "sMAPE %", "MASE", "RMSSE"), rows);
    }

    /** The skill and the verdict, as sentences. */
    public static String verdict(Score score) {
        String better = score.better()
                .map(method -> " Of the baselines, " + method + " does better, " + margin(score, method) + ".")
                .orElse("");
        String measured = measured(score);
        return Character.toUpperCase(measured.charAt(0)) + measured.substring(1) + ", skill " + skill(score) + "."
                + better
                + (score.over().role() == RowRole.UNSEEN
                        ? ""
                        : " Note: " + role(score.over().role()) + ".");
    }

    private static String margin(Score score, Method method) {
        String errors = "with an " + score.ranking() + " of "
                + error(score.error(score.accuracies().get(method))) + " against "
                + error(score.error(score.model()));
        return Optional.ofNullable(score.tests().get(method))
                .map(test -> PairedTestText.significance(test) + ", " + errors)
                .orElse(errors);
    }

    /** A score as values for {@link Json}. Every method has a key; its value is null if it was not scored. */
    public static Map<String, Object> values(Score score) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", score.model().count());
        Score.Over over = score.over();
        if (over.isOfSeveral()) {
            values.put("files", over.series());
        }
        values.put("steps", over.steps());
        values.put("origins", over.origins());
        values.put("chose_epoch", over.choseEpoch());
        values.put("rows_were", key(over.role()));
        values.put("season", score.season());
        for (Method method : scored(score)) {
            values.put(
                    method.key(),
                    Optional.ofNullable(score.accuracies().get(method))
                            .map(Scores::values)
                            .orElse(null));
        }
        values.put("skill", orNull(score.skill()));
        values.put("test", score.test().map(Scores::values).orElse(null));
        Map<String, Object> tests = new LinkedHashMap<>();
        for (Method method : scored(score)) {
            if (method != Method.MODEL) {
                tests.put(
                        method.key(),
                        Optional.ofNullable(score.tests().get(method))
                                .map(Scores::values)
                                .orElse(null));
            }
        }
        values.put("tests", tests);
        return values;
    }

    /** The usual methods, and others that were scored. */
    private static List<Method> scored(Score score) {
        return Stream.of(Method.values())
                .filter(method ->
                        Method.usual().contains(method) || score.accuracies().containsKey(method))
                .toList();
    }

    private static Map<String, Object> values(Accuracy accuracy) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rmse", accuracy.rmse());
        values.put("mae", accuracy.mae());
        values.put("mape", orNull(accuracy.mape()));
        values.put("smape", accuracy.smape());
        values.put("mase", orNull(accuracy.mase()));
        values.put("rmsse", orNull(accuracy.rmsse()));
        return values;
    }

    private static Map<String, Object> values(PairedTest test) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("statistic", test.statistic());
        values.put("p_value", test.pValue());
        return values;
    }

    /** A value for a table or {@link Json}, which have no other sign that it is not known. */
    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
