package lstm.chart;

/**
 * An axis of a chart.
 *
 * @param label its name; empty if the title says what is measured
 * @param scale how values are placed along it
 */
public record Axis(String label, AxisScale scale) {}
