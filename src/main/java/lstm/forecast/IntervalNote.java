package lstm.forecast;

import lstm.model.Method;

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

    /**
     * The later steps have no errors of their own.
     *
     * @param lastStep that has
     */
    record Extrapolated(int lastStep) implements IntervalNote {}

    /**
     * The ends are no further out than the largest known error.
     *
     * @param level in percent
     * @param errors known
     * @param needed to look beyond the largest
     */
    record FewErrors(String level, int errors, long needed) implements IntervalNote {}

    /**
     * Learned quantiles that too few held-out rows were there to calibrate.
     *
     * @param firstStep from which on this holds, from 1
     * @param needed rows, at least
     */
    record Uncalibrated(int firstStep, int needed) implements IntervalNote {}
}
