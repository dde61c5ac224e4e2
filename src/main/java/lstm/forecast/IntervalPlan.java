package lstm.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import lstm.model.Calibration;
import lstm.model.Model;

/** The prediction intervals of a forecast: how they are made, and for which levels. */
public record IntervalPlan(Intervals intervals, IntervalLevels levels) {
    /** What a person should know of intervals of so many steps ahead. */
    public Optional<String> note(Model model, int steps) {
        Optional<Calibration> known = model.calibration();
        if (intervals.kind() == Intervals.Kind.RESIDUALS && known.isEmpty()) {
            return Optional.of("no intervals: no rows were held out to learn errors from");
        } else if (intervals.kind() == Intervals.Kind.DROPOUT) {
            return Optional.empty();
        }
        return known.map(Calibration::steps)
                .filter(sure -> steps > sure)
                .map(sure -> "beyond step " + sure + " intervals are guesses: wider with the square root of the steps");
    }

    /** What a person should know of intervals that too few errors were known for. */
    public Optional<String> note(Model model) {
        return switch (intervals.kind()) {
            case RESIDUALS -> asWideAsTheLargestError(model);
            case QUANTILE -> asLearned(model);
            case DROPOUT -> Optional.empty();
        };
    }

    /** Of the widest level: each of its ends takes one error beyond it at least. */
    private Optional<String> asWideAsTheLargestError(Model model) {
        BigDecimal widest = levels.widest();
        BigDecimal outside = BigDecimal.valueOf(100).subtract(widest);
        int errors =
                model.calibration().map(known -> known.residuals()[0][0].length).orElse(0);
        long needed =
                BigDecimal.valueOf(200).divide(outside, 0, RoundingMode.CEILING).longValueExact() - 1;
        return errors < Residuals.LEAST || errors >= needed
                ? Optional.empty()
                : Optional.of(IntervalLevels.name(widest) + " % intervals reach no further than the largest of "
                        + errors + " errors on held-out rows; to tell more takes " + needed);
    }

    private Optional<String> asLearned(Model model) {
        int right = 0;
        int known = model.calibration().map(Calibration::steps).orElse(0);
        while (right < known && model.calibration().get().residuals()[0][right].length >= Residuals.LEAST) {
            right++;
        }
        String why = "fewer than " + Residuals.LEAST + " rows were held out to put them right by, so that they are too"
                + " narrow as a rule; train with a larger --validation";
        return right > 0 && right == known
                ? Optional.empty()
                : Optional.of((right == 0 ? "intervals" : "intervals from step " + (right + 1) + " on")
                        + " are as learned: " + why);
    }
}
