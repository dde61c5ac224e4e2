package lstm.model;

/**
 * The parameters of the Theta method. Source: Assimakopoulos and Nikolopoulos, The theta model: a decomposition
 * approach to forecasting (2000), with the seasonality test of the M4 competition's benchmark.
 *
 * @param season number of steps in a season, 1 if the series has none that the test finds
 * @param ratio whether the season is divided out, or taken off because not all values are positive
 * @param alpha share of an error that the level of the second line takes, 0 to 1
 */
public record Theta(int season, boolean ratio, double alpha) {
    /** Checks that the parameters are in their ranges. */
    public Theta {
        if (season < 1 || !(0 <= alpha && alpha <= 1)) {
            throw new IllegalArgumentException("theta with season " + season + ", alpha " + alpha);
        }
    }
}
