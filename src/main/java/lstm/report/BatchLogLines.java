package lstm.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of the log of a batch: a time and pairs of key and value, as logfmt has them. */
public final class BatchLogLines {
    /** The values of a file that go into its line, without those that are null. */
    private static final List<String> KEYS =
            List.of("file", "code", "seconds", "rows", "last_row", "training", "skill", "best", "stale", "error");

    private static final Pattern PLAIN = Pattern.compile("[\\w./:+-]+");

    private BatchLogLines() {}

    /** The first line of a run. */
    public static String begin(Instant time, String run, int files) {
        return line(time, run, "begin", Map.of("files", files));
    }

    /** The line of a file. */
    public static String of(Instant time, String run, BatchOutcome outcome) {
        Map<String, Object> all = BatchJson.values(outcome, run);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key : KEYS) {
            if (all.get(key) != null) {
                values.put(key, all.get(key));
            }
        }
        return line(time, run, (String) all.get("status"), values);
    }

    /** The last line of a run. */
    public static String end(Instant time, String run, Map<String, Object> values) {
        return line(time, run, "end", values);
    }

    private static String line(Instant time, String run, String event, Map<String, Object> values) {
        return "time=" + time.truncatedTo(ChronoUnit.MILLIS) + " run=" + run + " event=" + event
                + values.entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "=" + text(entry.getValue()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String text(Object value) {
        String json = Json.text(value);
        return value instanceof String text && PLAIN.matcher(text).matches() ? text : json;
    }
}
