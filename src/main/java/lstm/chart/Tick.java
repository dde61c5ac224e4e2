package lstm.chart;

/** A labelled place on an axis, in the units of the data. */
record Tick(double at, String text) {}
