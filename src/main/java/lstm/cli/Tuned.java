package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.report.Json;
import lstm.report.Lines;

/**
 * What a search came to.
 *
 * @param table of all that was tried
 * @param settings the best
 * @param line of {@code train} that makes the same model
 */
record Tuned(TuneTable table, Settings settings, TrainLine line) {
    /** For people, after a search of so many seconds. */
    String text(double seconds) {
        Lines lines = new Lines();
        lines.addLines("same as", line.text());
        return table.text(seconds) + lines;
    }

    /** The same, and the model that was trained, as one JSON object on a line. */
    byte[] json(Path target, Model model) {
        Map<String, Object> values = Summary.values(target, model);
        values.put("train", line.line());
        values.put(
                "options",
                new TrainLine(List.of()).with(TrainOptions.said(settings)).line());
        values.put("trials", table.values());
        return (Json.text(values) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
