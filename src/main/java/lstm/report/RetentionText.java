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
     * @param span rows of a step
     */
    static String of(Optional<GateRetention> kept, Optional<Integer> unit, int span) {
        if (kept.isEmpty()) {
            return "no forget or update gate: all memory passes through tanh at every "
                    + (span == 1 ? "row" : "segment");
        }
        GateRetention retention = kept.get();
        if (unit.isPresent()) {
            double mean = retention.units()[unit.get() - 1];
            return retention.gate() + " gate of unit " + unit.get() + " averages " + share(mean) + ", "
                    + halfLife(mean, span) + "; " + share(retention.untrained()[unit.get() - 1]) + " before training";
        }
        return retention.gate() + " gates average " + share(retention.mean()) + ", " + halfLife(retention.mean(), span)
                + "; longest-lived unit (" + retention.longestUnit() + ") " + share(retention.longest()) + ", "
                + halfLife(retention.longest(), span) + "; "
                + (retention.isHardlyMoved() ? "training has hardly moved them from " : "before training ")
                + share(retention.untrainedMean());
    }

    private static String share(double gate) {
        return String.format(Locale.ROOT, gate > 0.995 ? "%.4f" : "%.2f", gate);
    }

    private static String halfLife(double gate, int span) {
        OptionalDouble steps = GateRetention.halfLife(gate);
        return steps.isEmpty()
                ? "no decay"
                : "a half-life of " + NumberText.rounded(span * steps.getAsDouble(), 2) + " rows";
    }
}
