package lstm.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import lstm.model.Calibration;
import lstm.model.Model;

/** The prediction intervals of a forecast: how they are made, and for which levels. */
public record IntervalPlan(Intervals intervals, IntervalLevels levels) {
    /** What to know about intervals this many steps ahead. */
    public Optional<IntervalNote> note(Model model, int steps) {
        Optional<Calibration> known = model.calibration();
        if (intervals.kind() == Intervals.Kind.RESIDUALS && known.isEmpty()) {
            return Optional.of(new IntervalNote.NoErrors());
        } else if (intervals.kind() == Intervals.Kind.DROPOUT) {
            return Optional.empty();
        }
        return known.map(Calibration::steps).filter(last -> steps > last).map(IntervalNote.Extrapolated::new);
    }

    /** What to know about intervals that are made from too few errors. */
    public Optional<IntervalNote> note(Model model) {
        return switch (intervals.kind()) {
            case RESIDUALS ->
                fewErrors(model.calibration()
                        .map(known -> known.residuals()[0][0].length)
                        .orElse(0));
            case QUANTILE -> uncalibrated(model);
            case DROPOUT -> Optional.empty();
        };
    }

    /** The same of this many errors. Of the widest level, each of its ends takes one error beyond it at least. */
    public Optional<IntervalNote> fewErrors(int errors) {
        BigDecimal widest = levels.widest();
        BigDecimal outside = BigDecimal.valueOf(100).subtract(widest);
        long needed =
                BigDecimal.valueOf(200).divide(outside, 0, RoundingMode.CEILING).longValueExact() - 1;
        return errors == 0 || errors >= needed
                ? Optional.empty()
                : Optional.of(new IntervalNote.FewErrors(IntervalLevels.name(widest), errors, needed));
    }

    private Optional<IntervalNote> uncalibrated(Model model) {
        int calibrated = 0;
        int known = model.calibration().map(Calibration::steps).orElse(0);
        while (calibrated < known && model.calibration().get().residuals()[0][calibrated].length >= Residuals.LEAST) {
            calibrated++;
        }
        return calibrated > 0 && calibrated == known
                ? Optional.empty()
                : Optional.of(new IntervalNote.Uncalibrated(calibrated + 1, Residuals.LEAST));
    }
}
