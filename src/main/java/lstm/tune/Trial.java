package lstm.tune;

import java.util.List;
import java.util.Locale;
import lstm.model.Settings;

/**
 * The result of judging settings.
 *
 * @param number from 1
 * @param ratios after each fold, the mean over the targets of RMSE / RMSE of naive over the folds so far
 * @param rmse RMSE of the first target over all folds that were run
 * @param naive the same for the naive forecast
 * @param losses of the forecasts over all folds that were run
 */
public record Trial(
        int number,
        Settings settings,
        Verdict verdict,
        List<Double> ratios,
        double rmse,
        double naive,
        OriginLosses losses) {
    /** How a trial ended. */
    public enum Verdict {
        /** All folds were run. */
        JUDGED,
        /** It fell so far behind the best that the remaining folds were not run. */
        BEHIND,
        /** Training diverged. */
        DIVERGED,
        /** It took too long. */
        SLOW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list. */
    public Trial {
        ratios = List.copyOf(ratios);
        if (verdict == Verdict.JUDGED && ratios.isEmpty()) {
            throw new IllegalArgumentException("judged by no fold");
        }
    }

    /** Whether it can be chosen. */
    public boolean isJudged() {
        return verdict == Verdict.JUDGED;
    }

    /** 1 - the ratio over all its folds. */
    public double skill() {
        return 1 - ratios.get(ratios.size() - 1);
    }
}
