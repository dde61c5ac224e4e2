package lstm.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.explain.GateRetention;
import lstm.text.NumberText;

/** How long a layer retains what it wrote, as text. */
final class RetentionText {
    private RetentionText() {}

    /**
     * One sentence.
     *
     * @param unit the unit that it is about, from 1; all units if empty
     */
    static String of(Optional<GateRetention> kept, Optional<Integer> unit) {
        if (kept.isEmpty()) {
            return "no forget or update gate: all memory passes through tanh at every row";
        }
        GateRetention retention = kept.get();
        if (unit.isPresent()) {
            double mean = retention.units()[unit.get() - 1];
            return retention.gate() + " gate of unit " + unit.get() + " averages " + share(mean) + ", " + halfLife(mean)
                    + "; " + share(retention.untrained()[unit.get() - 1]) + " before training";
        }
        return retention.gate() + " gates average " + share(retention.mean()) + ", " + halfLife(retention.mean())
                + "; longest-lived unit (" + retention.longestUnit() + ") " + share(retention.longest()) + ", "
                + halfLife(retention.longest()) + "; "
                + (retention.isHardlyMoved() ? "training has hardly moved them from " : "before training ")
                + share(retention.untrainedMean());
    }

    private static String share(double gate) {
        return String.format(Locale.ROOT, gate > 0.995 ? "%.4f" : "%.2f", gate);
    }

    private static String halfLife(double gate) {
        OptionalDouble rows = GateRetention.halfLife(gate);
        return rows.isEmpty() ? "no decay" : "a half-life of " + NumberText.rounded(rows.getAsDouble(), 2) + " rows";
    }
}
