package lstm.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import lstm.model.Accuracy;
import lstm.model.Score;

/** A score, in every command the same. */
public final class Scores {
    private Scores() {}

    /** Model and naive side by side, and what the difference means. */
    public static String text(Score score) {
        Lines lines = new Lines();
        lines.add("scored", "one step ahead on " + Figures.count(score.model().count()) + " rows");
        lines.add("", String.format(Locale.ROOT, "%-6s %12s %12s %11s", "", "RMSE", "MAE", "MAPE"));
        lines.add("", accuracy("model", score.model()));
        lines.add("", accuracy("naive", score.naive()));
        lines.add("skill", skill(score.skill()));
        return lines.toString();
    }

    private static String accuracy(String name, Accuracy accuracy) {
        String mape =
                accuracy.mape().isPresent() ? Figures.rounded(accuracy.mape().getAsDouble(), 3) + " %" : "undefined";
        return String.format(
                Locale.ROOT,
                "%-6s %12s %12s %11s",
                name,
                Figures.rounded(accuracy.rmse(), 5),
                Figures.rounded(accuracy.mae(), 5),
                mape);
    }

    private static String skill(OptionalDouble skill) {
        if (skill.isEmpty()) {
            return "undefined: the naive forecast makes no error on these rows";
        }
        String verdict = skill.getAsDouble() > 0 ? "better" : "no better";
        return String.format(
                Locale.ROOT,
                "%.3f: %s than the naive forecast, which repeats the last value",
                skill.getAsDouble(),
                verdict);
    }

    /** The same as values for {@link Json}. */
    public static Map<String, Object> values(Score score) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", score.model().count());
        values.put("model", values(score.model()));
        values.put("naive", values(score.naive()));
        values.put("skill", orNull(score.skill()));
        return values;
    }

    private static Map<String, Object> values(Accuracy accuracy) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rmse", accuracy.rmse());
        values.put("mae", accuracy.mae());
        values.put("mape", orNull(accuracy.mape()));
        return values;
    }

    /** JSON has no infinity: a skill beyond all numbers is left out. */
    private static Double orNull(OptionalDouble value) {
        return Double.isFinite(value.orElse(Double.NaN)) ? (Double) value.getAsDouble() : null;
    }
}
