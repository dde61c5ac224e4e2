package lstm.chart;

/**
 * How far a method's forecasts are off.
 *
 * @param method its name
 * @param steps ahead, rising; not copied
 * @param errors at each of these steps; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Columns that nobody writes to or compares.
public record StepErrors(String method, double[] steps, double[] errors) {}
