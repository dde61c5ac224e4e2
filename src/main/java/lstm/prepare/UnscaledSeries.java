package lstm.prepare;

import lstm.series.Series;
import lstm.series.ValueColumn;

/**
 * The rows of one of many series as they were read, of which those of a window are scaled when it is read: a table is
 * held once, and a few windows are learned from long before all rows have been scaled.
 */
final class UnscaledSeries implements WindowRows {
    private final Preparation preparation;
    private final Series series;
    private final CalendarInputs calendar;
    private final float[] statics;

    /** Scales by the preparation of this series. */
    UnscaledSeries(Preparation preparation, Series series, CalendarInputs calendar) {
        this.preparation = preparation;
        this.series = series;
        this.calendar = calendar;
        statics = preparation.encoded(series.statics());
    }

    @Override
    public Preparation preparation() {
        return preparation;
    }

    @Override
    public float[] statics() {
        return statics;
    }

    @Override
    public ScaledSeries inputs(Window window) {
        int to = window.first() + preparation.lookback();
        ScaledSeries rows = scaled(window, to, preparation.columns().size());
        rows.fillCalendar(window.shown(), to, series.stamps(), calendar);
        return rows;
    }

    @Override
    public ScaledSeries targets(Window window) {
        int to = window.first() + preparation.lookback() + preparation.plan().outputSteps();
        return scaled(window, to, preparation.plan().targets());
    }

    /** The rows of a window before {@code to}, of the first columns. */
    private ScaledSeries scaled(Window window, int to, int columns) {
        int from = window.shown();
        int first = from - preparation.plan().transformLag();
        ScaledSeries rows = new ScaledSeries(preparation, from, to - from, statics);
        for (int c = 0; c < columns; c++) {
            ValueColumn column = series.stored().get(c);
            int end = Math.min(to + preparation.shift(c), column.size());
            rows.fill(c, from, to, column.toArray(first, end), first);
        }
        return rows;
    }
}
