package lstm.prepare;

import java.util.OptionalDouble;

/** Bounds that forecasts are clamped to; an empty bound is open. */
public record Bounds(OptionalDouble min, OptionalDouble max) {
    /** No bounds. */
    public static final Bounds NONE = new Bounds(OptionalDouble.empty(), OptionalDouble.empty());

    /** Checks that the bounds are finite and in order. */
    public Bounds {
        double low = min.orElse(-Double.MAX_VALUE);
        double high = max.orElse(Double.MAX_VALUE);
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("forecasts from " + low + " to " + high);
        }
    }

    /** The nearest value within the bounds; NaN stays NaN. */
    public double clamp(double value) {
        double raised = min.isPresent() ? Math.max(min.getAsDouble(), value) : value;
        return max.isPresent() ? Math.min(max.getAsDouble(), raised) : raised;
    }
}
