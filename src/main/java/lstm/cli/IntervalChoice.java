package lstm.cli;

import java.nio.file.Path;
import java.util.Optional;
import lstm.file.UserException;
import lstm.forecast.Intervals;
import lstm.forecast.Residuals;
import lstm.model.Calibration;
import lstm.model.Model;
import lstm.network.Loss;

/** The prediction intervals of a forecast: how they are made, and for which levels. */
record IntervalChoice(Intervals intervals, Levels levels) {
    /** What a person should know of quantiles that are not put right. */
    Optional<String> note(Model model) {
        if (intervals.kind() != Intervals.Kind.QUANTILE) {
            return Optional.empty();
        }
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

    /** Those for a model file. */
    static IntervalChoice of(IntervalOptions kind, LevelOptions level, Path file, Model model, long seed)
            throws UserException {
        return of(
                kind,
                level,
                file.toString(),
                model.recipe().loss(),
                model.architecture().dropout(),
                seed);
    }

    /**
     * Those for a model of this loss and dropout.
     *
     * @param who has them, for messages
     * @throws UserException if it cannot make those asked for
     */
    static IntervalChoice of(IntervalOptions kind, LevelOptions level, String who, Loss loss, double dropout, long seed)
            throws UserException {
        Intervals intervals = kind.of(who, loss, dropout, seed);
        boolean learned = intervals.kind() == Intervals.Kind.QUANTILE;
        return new IntervalChoice(intervals, learned ? level.levels((Loss.Quantiles) loss) : level.levels());
    }
}
