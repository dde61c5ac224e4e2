package lstm.model;

/**
 * The parameters of exponential smoothing with additive errors. Source: Hyndman, Koehler, Ord and Snyder, Forecasting
 * with Exponential Smoothing (2008), chapter 2.
 *
 * @param trend the form of the trend
 * @param seasonality the form of the season
 * @param season number of steps in a season, 1 if there is none
 * @param alpha share of an error that the level takes, 0 to 1
 * @param beta share of an error that the slope takes, 0 to alpha
 * @param gamma share of an error that the seasonal index takes, 0 to 1 - alpha
 * @param phi what is left of the slope after each step, 0 to 1
 */
public record Smoothing(
        Trend trend, Seasonality seasonality, int season, double alpha, double beta, double gamma, double phi) {
    /** Whether the level has a slope. */
    public enum Trend {
        NONE,
        /** A slope that stays. */
        STRAIGHT,
        /** A slope that fades with the steps ahead. */
        DAMPED
    }

    /** How the season joins the level. */
    public enum Seasonality {
        NONE,
        /** It is added. */
        ADDITIVE,
        /** It is multiplied, for positive values only. */
        MULTIPLICATIVE
    }

    /** Checks that each parameter is in its range. */
    public Smoothing {
        boolean shares = 0 <= beta && beta <= alpha && alpha <= 1 && 0 <= gamma && gamma <= 1 && 0 <= phi && phi <= 1;
        if (!shares || season < 1 || (season == 1) != (seasonality == Seasonality.NONE)) {
            throw new IllegalArgumentException("smoothing with alpha " + alpha + ", beta " + beta + ", gamma " + gamma
                    + ", phi " + phi + ", season " + season + " (" + seasonality + ")");
        }
    }
}
