package lstm.prepare;

/** The rows of a series from which windows are cut. */
sealed interface WindowRows permits ScaledSeries, UnscaledSeries {
    /** How they are scaled. */
    Preparation preparation();

    /** The inputs that stand for what is known beside the rows; not a copy. */
    float[] statics();

    /** Scaled rows, at least those of a window, with every input. */
    ScaledSeries inputs(Window window);

    /** Scaled rows, at least those of a window and of what it forecasts, with at least the targets. */
    ScaledSeries targets(Window window);
}
