package lstm.chart;

/**
 * One side of a chart.
 *
 * @param label what is measured; empty if the title says it
 * @param scale how it is laid out
 */
public record Axis(String label, AxisScale scale) {}
