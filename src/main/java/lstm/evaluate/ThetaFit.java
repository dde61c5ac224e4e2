package lstm.evaluate;

import java.util.Arrays;
import lstm.model.Theta;

/** Fits the Theta method: the seasonality test decides on the season, least squares on how fast the level follows. */
final class ThetaFit {
    /** The test needs this many seasons. */
    private static final int SEASONS = 3;

    /** What a standard normal variable exceeds with a chance of 5 %. */
    private static final double CRITICAL = 1.645;

    private ThetaFit() {}

    /**
     * @param rows how many are fitted to, at least 1
     * @param season number of steps in the season to test for, 1 if there is none
     */
    static Theta of(double[] values, int rows, int season) {
        int from = Math.max(0, rows - SmoothingFit.MOST_ROWS);
        double[] known = Arrays.copyOfRange(values, from, rows);
        int found = isSeasonal(known, season) ? season : 1;
        boolean ratio = Arrays.stream(known).allMatch(value -> value > 0);
        double[] doubled = new ThetaForecast(new Theta(found, ratio, 0), known, 0, known.length).doubled();
        return new Theta(found, ratio, new FlatSmoothing(doubled).alpha());
    }

    /**
     * Whether the autocorrelation at the season is beyond what chance gives with 90 %: its square exceeds 1.645^2 (1 +
     * 2 sum of the squares at shorter lags) / n. Source: the M4 competition's benchmark methods.
     */
    static boolean isSeasonal(double[] values, int season) {
        if (season == 1 || values.length < SEASONS * season) {
            return false;
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double[] products = new double[season + 1];
        for (int lag = 0; lag <= season; lag++) {
            for (int k = lag; k < values.length; k++) {
                products[lag] += (values[k] - mean) * (values[k - lag] - mean);
            }
        }
        if (!(products[0] > 0)) {
            return false;
        }
        double shorter = 1;
        for (int lag = 1; lag < season; lag++) {
            shorter += 2 * Math.pow(products[lag] / products[0], 2);
        }
        return Math.abs(products[season] / products[0]) > CRITICAL * Math.sqrt(shorter / values.length);
    }
}
