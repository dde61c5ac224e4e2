package lstm.evaluate;

import lstm.model.Smoothing;
import lstm.model.Smoothing.Seasonality;
import lstm.model.Smoothing.Trend;

/**
 * Where exponential smoothing starts, whatever its parameters: a search for these computes it once.
 *
 * @param indices of the season; not copied, and nobody writes to them
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SmoothingStart(double[] indices, double level, double slope) {
    /** Rows whose line gives the first level and slope; more if two seasons are longer. */
    private static final int FIRST_ROWS = 10;

    private static final int FIRST_SEASONS = 3;

    /**
     * The start before the row {@code from}. Indices come from the first three seasons, level and slope from a line
     * through the first rows without their season.
     *
     * @param form its parameters do not count
     * @param to the row after the last that may be looked at; two seasons after {@code from} if there is a season
     */
    static SmoothingStart of(Smoothing form, double[] values, int from, int to) {
        int season = form.season();
        boolean ratio = form.seasonality() == Seasonality.MULTIPLICATIVE;
        double[] indices = form.seasonality() == Seasonality.NONE
                ? new double[1]
                : SeasonalIndices.of(values, from, Math.min(to, from + FIRST_SEASONS * season), season, ratio);
        int rows = Math.min(to - from, Math.max(FIRST_ROWS, 2 * season));
        double[] plain = new double[rows];
        for (int k = 0; k < rows; k++) {
            double index = indices[k % season];
            plain[k] = ratio ? values[from + k] / index : values[from + k] - index;
        }
        Line line = Line.through(plain);
        return form.trend() == Trend.NONE
                ? new SmoothingStart(indices, line.at((rows - 1) / 2.0), 0)
                : new SmoothingStart(indices, line.at(-1), line.slope());
    }
}
