package lstm.chart;

/**
 * The error of a forecasting method by steps ahead.
 *
 * @param method name of the method
 * @param steps steps ahead, ascending; not copied
 * @param errors error at each of these steps; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Never modified or compared.
public record StepErrors(String method, double[] steps, double[] errors) {}
