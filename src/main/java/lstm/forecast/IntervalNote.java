package lstm.forecast;

import lstm.model.Calibration;
import lstm.model.Method;
import lstm.prepare.Preparation;

/** What to know about prediction intervals before relying on them. */
public sealed interface IntervalNote {
    /** There are none: no rows were held out to learn errors from. */
    record NoErrors() implements IntervalNote {}

    /**
     * There are none: the model file is of an earlier version, which kept no errors of this method.
     *
     * @param method other than the model
     */
    record ErrorsNotKept(Method method) implements IntervalNote {}

    /** A network whose model keeps the errors of its combination with other methods. */
    record PartOfCombination() implements IntervalNote {}

    /**
     * The later steps have no errors of their own.
     *
     * @param lastStep that has
     */
    record Extrapolated(int lastStep) implements IntervalNote {}

    /**
     * The ends are estimated from the spread of the known errors, which are too few to count those beyond.
     *
     * @param level in percent
     * @param errors known
     * @param needed to count them
     */
    record FewErrors(String level, int errors, long needed) implements IntervalNote {}

    /**
     * Nearly all errors on held-out rows have one sign: the model is biased.
     *
     * @param series the target
     * @param errors of that sign, over all steps
     * @param all of them
     * @param tooLow whether the forecasts were too low
     * @param mean of all errors
     * @param unit of the mean
     */
    record OneSign(String series, int errors, int all, boolean tooLow, double mean, Unit unit)
            implements IntervalNote {}

    /** What a mean error is measured in. */
    enum Unit {
        /** The unit of the target. */
        TARGET,
        /** The last value before the forecast. */
        LAST_VALUE,
        /** The standard deviation of the window before the forecast, as of models of several series. */
        WINDOW_DEVIATION;

        /** What a model keeps its errors in, as {@link Calibration} defines it. */
        static Unit of(Preparation preparation) {
            if (preparation.shared()) {
                return WINDOW_DEVIATION;
            }
            return preparation.plan().transform().needsPositive() ? LAST_VALUE : TARGET;
        }
    }

    /**
     * Learned quantiles that too few held-out rows were there to calibrate.
     *
     * @param firstStep from which on this holds, from 1
     * @param needed rows, at least
     */
    record Uncalibrated(int firstStep, int needed) implements IntervalNote {}
}
