package lstm.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lstm.model.Model;
import lstm.model.Score;
import lstm.series.Series;
import lstm.series.StampKind;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.text.ShellQuote;
import lstm.workflow.NewRows;
import lstm.workflow.Training;

/** What {@code update} says before and after. */
public record UpdateSummary(Path modelFile, Path target, Model old, NewRows rows) {
    public String before(Training run) {
        LabelledLines lines = new LabelledLines();
        lines.addWrapped("new", rows.text(old, modelFile));
        int context = rows.joined().rows() - rows.file().rows();
        if (context > 0) {
            lines.addWrapped("before", "them, the last " + NumberText.count(context) + " rows that the model keeps");
        }
        int known = learned(run);
        if (known > 0) {
            lines.addWrapped(
                    "note",
                    "the old weights have learned " + NumberText.count(known)
                            + " of the held-out rows, which favours them");
        }
        return TrainingSummary.read(run, rows.file()) + lines + TrainingSummary.planned(run);
    }

    /** Held-out rows that the old weights were trained on, as far as stamps tell. */
    private int learned(Training run) {
        Series series = rows.joined();
        if (old.validation() > 0 || series.kind() == StampKind.NONE) {
            return 0;
        }
        return (int) Arrays.stream(series.stamps(), run.set().split().trainRows(), series.rows())
                .filter(stamp -> stamp <= old.data().last())
                .count();
    }

    /**
     * What came of it.
     *
     * @param before scores of the old weights on the held-out rows, of each target; none if nothing was held out
     * @param after those of the new weights
     */
    public String after(boolean isNew, List<Score> before, List<Score> after, double seconds) {
        LabelledLines lines = new LabelledLines();
        for (int target = 0; target < after.size(); target++) {
            String of = after.size() == 1 ? "" : old.targets().get(target) + ": ";
            lines.add("before", of + figures(before.get(target)));
            lines.add("after", of + figures(after.get(target)));
        }
        lines.add(
                "trained",
                "in " + NumberText.seconds(seconds) + (after.isEmpty() ? "; nothing held out to judge by" : ""));
        LabelledLines end = new LabelledLines();
        end.addWrapped("kept", kept(isNew, !after.isEmpty()));
        end.add("model", target.toString());
        end.add("next", next(isNew));
        return lines + TrainingSummary.scores(old.targets(), isNew ? after : before) + end;
    }

    private static String figures(Score score) {
        return "RMSE " + NumberText.rounded(score.model().rmse(), 5) + " on the held-out rows, skill "
                + Scores.rounded(score);
    }

    private String kept(boolean isNew, boolean judged) {
        if (isNew) {
            return judged ? "the new weights" : "the new weights, as nothing speaks against them";
        }
        return "the old weights, since the new ones are worse on the held-out rows; " + modelFile + " is as it was";
    }

    private String next(boolean isNew) {
        String model = ShellQuote.quote(target.toString());
        boolean isFile = !rows.file().source().equals("stdin");
        String file = isNew || !isFile ? "" : " " + ShellQuote.quote(rows.file().source());
        return "lstm predict " + model + file + " --horizon 10";
    }
}
