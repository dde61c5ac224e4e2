package lstm.cli;

import java.nio.file.Path;
import lstm.file.UserException;
import lstm.forecast.Intervals;
import lstm.model.Model;
import lstm.network.Loss;

/** The prediction intervals of a forecast: how they are made, and for which levels. */
record IntervalChoice(Intervals intervals, Levels levels) {
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
