package lstm.cli.terminal;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lstm.report.BatchOutcome;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.workflow.BatchResult;
import lstm.workflow.BatchResult.State;

/** Counts the files of a batch by how they ended, and keeps what failed. */
final class BatchSummary {
    private final int files;
    private final Map<State, Integer> counts = new EnumMap<>(State.class);
    private final SortedMap<Integer, BatchOutcome> failed = new TreeMap<>();
    private int worse;
    private boolean hasModels;
    private int stale;

    BatchSummary(int files) {
        this.files = files;
    }

    void add(BatchOutcome outcome) {
        BatchResult result = outcome.result();
        counts.merge(result.state(), 1, Integer::sum);
        if (result.state() == State.FAILED) {
            failed.put(result.job().number(), outcome);
        }
        stale += result.isStale() ? 1 : 0;
        hasModels |= result.job().model().isPresent();
        worse += result.score().filter(score -> score.skill().orElse(0) < 0).isPresent() ? 1 : 0;
    }

    int done() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The files that failed, in the order given. */
    SortedMap<Integer, BatchOutcome> failed() {
        return failed;
    }

    /** Its numbers, for a log. */
    Map<String, Object> values(int code) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("code", code);
        for (State state : State.values()) {
            values.put(state.toString(), counts.getOrDefault(state, 0));
        }
        values.put("not_started", files - done());
        values.put("worse", worse);
        values.put("stale", stale);
        return values;
    }

    LabelledLines text(double seconds) {
        LabelledLines text = new LabelledLines();
        text.add("batch", counts(seconds));
        String label = "failed";
        for (BatchOutcome outcome : failed.values()) {
            text.add(label, outcome.error().orElseThrow());
            label = "";
        }
        if (worse > 0) {
            String those = hasModels
                    ? counted(worse, "model is", "models are")
                    : counted(worse, "forecast is", "forecasts are");
            text.add("worse", those + " worse than repeating the last value");
        }
        if (stale > 0) {
            text.add("stale", counted(stale, "forecast", "forecasts") + " of an earlier run still in place");
        }
        return text;
    }

    private String counts(double seconds) {
        String parts = counts.entrySet().stream()
                .map(entry -> ", " + entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining());
        int left = files - done();
        return counted(files, "file", "files") + parts + (left == 0 ? "" : ", " + left + " not started") + " in "
                + NumberText.seconds(seconds);
    }

    private static String counted(int number, String one, String many) {
        return NumberText.count(number) + " " + (number == 1 ? one : many);
    }
}
