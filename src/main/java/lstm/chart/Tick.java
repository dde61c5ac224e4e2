package lstm.chart;

/** A labeled value on an axis. */
record Tick(double at, String text) {}
