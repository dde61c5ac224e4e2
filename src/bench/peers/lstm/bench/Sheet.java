package lstm.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, and the table that it makes. */
final class Sheet {
    private final Map<Run, Map<String, List<Double>>> measured = new HashMap<>();

    /** Runs all in turn, for this number of rounds: whatever disturbs the machine disturbs each of them. */
    void alternate(int rounds, Run... runs) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (Run run : runs) {
                run.addTo(measured);
            }
        }
    }

    /** The median of a value over all rounds. */
    double median(Run run, String name) {
        return Stopwatch.median(measured.get(run).get(name).stream()
                .mapToDouble(value -> value)
                .toArray());
    }

    /** How often it was measured. */
    int count(Run run, String name) {
        return measured.get(run).get(name).size();
    }

    static void head(String unit) {
        System.out.printf(Locale.ROOT, "%n%-50s %12s %12s %8s  %s%n", unit, "lstm", "peer", "ratio", "aim");
    }

    static void row(String what, double own, double peer, String aim) {
        System.out.printf(Locale.ROOT, "%-50s %12.4g %12.4g %8.3f  %s%n", what, own, peer, own / peer, aim);
    }

    static void row(String what, double own, String aim) {
        System.out.printf(Locale.ROOT, "%-50s %12.4g %12s %8s  %s%n", what, own, "", "", aim);
    }
}
