package lstm.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import lstm.model.Model;
import lstm.text.LabelledLines;

/**
 * The result of a search.
 *
 * @param table all trials
 * @param line the command that trains the same model
 */
public record TuneSummary(TrialTable table, CommandLineText line) {
    /** As text, after a search of this many seconds. */
    public String text(double seconds) {
        LabelledLines lines = new LabelledLines();
        lines.addLines("same as", line.wrapped());
        return table.text(seconds) + lines;
    }

    /** The result and the trained model as one line of JSON. */
    public byte[] json(Path target, Model model) {
        Map<String, Object> values = TrainingSummary.values(target, model);
        values.put("train", line.line());
        values.put("options", table.options().apply(table.chosen().settings()));
        values.put("trials", table.values());
        return (Json.text(values) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
