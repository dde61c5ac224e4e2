package lstm.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lstm.model.Model;
import lstm.model.Score;
import lstm.prepare.Split;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.workflow.NewRows;
import lstm.workflow.PreparedTraining;
import lstm.workflow.UpdateResult;

/** What {@code update} prints before and after training. */
public record UpdateSummary(Path modelFile, Path target, Model old, NewRows rows) {
    public String before(PreparedTraining run) {
        LabelledLines lines = new LabelledLines();
        lines.addWrapped("new", text());
        int context =
                rows.isOfSeveral() ? 0 : rows.joined().rows() - rows.file().rows();
        if (context > 0) {
            lines.addWrapped("context", "the last " + NumberText.rows(context) + " stored in the model");
        }
        long known = learned(run);
        if (known > 0) {
            String most = rows.isOfSeveral() ? "up to " : "";
            lines.addWrapped(
                    "note",
                    "the old weights were trained on " + most + NumberText.count(known)
                            + " of the held-out rows, which favors them");
        }
        String read = rows.isOfSeveral() ? TrainingPlanText.readSeveral(run) : TrainingPlanText.read(run, rows.file());
        return read + lines + TrainingPlanText.planned(run);
    }

    /** How many rows are new, in words. */
    public String text() {
        if (rows.isOfSeveral()) {
            return ofSeveral();
        }
        String count = NumberText.rows(rows.count());
        StampKind kind = rows.file().kind();
        if (kind != StampKind.NONE) {
            return count + " after " + kind.text(old.data().last()) + ", the last row that " + modelFile + " has seen";
        }
        return count
                + (rows.count() == rows.file().rows()
                        ? ", all taken as new because the file has no dates"
                        : " after the first " + NumberText.count(old.data().rows()) + ", which " + modelFile
                                + " has seen");
    }

    /** How many rows and series are new, in words. */
    private String ofSeveral() {
        String series = rows.more() == 0 ? "" : " and " + NumberText.count(rows.more()) + " series";
        return NumberText.rows(rows.count()) + series + " more than the "
                + NumberText.rows(old.data().rows()) + " of "
                + NumberText.count(old.data().series()) + " series that " + modelFile + " has seen";
    }

    /** Number of held-out rows that the old weights were trained on, as far as the stamps show. */
    private long learned(PreparedTraining run) {
        if (!rows.isOfSeveral()) {
            return rows.file().kind() == StampKind.NONE
                    ? 0
                    : learned(rows.joined(), run.set().split());
        }
        return IntStream.range(0, run.files().size())
                .mapToLong(k ->
                        learned(run.files().get(k), run.panel().parts().get(k).split()))
                .sum();
    }

    private long learned(Series series, Split split) {
        return series.stamps().stream()
                .skip(split.trainRows())
                .filter(stamp -> stamp <= old.data().knownUse().trainedTo())
                .count();
    }

    /**
     * The result of the update.
     *
     * @param seconds duration of the update
     * @param then the command to run next
     */
    public String after(UpdateResult result, double seconds, String then) {
        boolean isNew = result.isNew();
        List<Score> before = result.before();
        List<Score> after = result.after();
        LabelledLines lines = new LabelledLines();
        for (int target = 0; target < after.size(); target++) {
            String of = after.size() == 1 ? "" : old.targets().get(target) + ": ";
            lines.add("before", of + figures(before.get(target)));
            lines.add("after", of + figures(after.get(target)));
        }
        lines.add(
                "trained",
                "in " + NumberText.seconds(seconds) + (after.isEmpty() ? "; no rows held out to compare" : ""));
        LabelledLines end = new LabelledLines();
        end.addWrapped("kept", kept(isNew, !after.isEmpty()));
        end.add("model", target.toString());
        end.add("next", then);
        return lines + TrainingSummary.scores(old.targets(), isNew ? after : before) + end;
    }

    private static String figures(Score score) {
        return "RMSE " + NumberText.rounded(score.model().rmse(), 5) + " on the held-out rows, skill "
                + Scores.rounded(score);
    }

    private String kept(boolean isNew, boolean judged) {
        if (isNew) {
            return judged ? "the new weights" : "the new weights (no rows were held out to compare)";
        }
        return "the old weights: the new ones are worse on the held-out rows; " + modelFile + " is unchanged";
    }

    /** The result as values for {@link Json}. */
    public Map<String, Object> values(UpdateResult result) {
        Map<String, Object> values =
                new LinkedHashMap<>(TrainingSummary.values(target, result.model(), result.scores()));
        values.put("new_rows", rows.count());
        values.put("new_series", rows.more());
        values.put("updated", result.isNew());
        values.put("before", first(result.before()));
        values.put("after", first(result.after()));
        return values;
    }

    /** The score of the first target. */
    private static Object first(List<Score> scores) {
        return scores.isEmpty() ? null : Scores.values(scores.get(0));
    }
}
