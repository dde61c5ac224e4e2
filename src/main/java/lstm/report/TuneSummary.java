package lstm.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lstm.cli.option.NetworkOptions;
import lstm.cli.option.TrainCommandLine;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.text.LabelledLines;

/**
 * What a search came to.
 *
 * @param table of all that was tried
 * @param settings the best
 * @param line of {@code train} that makes the same model
 */
public record TuneSummary(TrialTable table, Settings settings, TrainCommandLine line) {
    /** For people, after a search of so many seconds. */
    public String text(double seconds) {
        LabelledLines lines = new LabelledLines();
        lines.addLines("same as", line.text());
        return table.text(seconds) + lines;
    }

    /** The same, and the model that was trained, as one JSON object on a line. */
    public byte[] json(Path target, Model model) {
        Map<String, Object> values = TrainingSummary.values(target, model);
        values.put("train", line.line());
        values.put(
                "options",
                new TrainCommandLine(List.of())
                        .with(NetworkOptions.said(settings))
                        .line());
        values.put("trials", table.values());
        return (Json.text(values) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
