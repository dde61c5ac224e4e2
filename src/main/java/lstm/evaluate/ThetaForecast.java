package lstm.evaluate;

import lstm.model.Theta;

/**
 * The Theta method: without its season a series is the mean of two lines. One is the straight line of least squares,
 * which is extended; the other, y + (y - line), doubles what is left of it, and is extended flat from its exponentially
 * smoothed level. Their mean gets the season back.
 */
final class ThetaForecast {
    private final Theta theta;
    private final double[] indices;
    private final double[] plain;
    private final Line line;

    /** @param to the row after the last that is known; two seasons after {@code from} if there is a season */
    ThetaForecast(Theta theta, double[] values, int from, int to) {
        this.theta = theta;
        int season = theta.season();
        indices = season == 1
                ? new double[] {theta.ratio() ? 1 : 0}
                : SeasonalIndices.of(values, from, to, season, theta.ratio());
        plain = new double[to - from];
        for (int k = 0; k < plain.length; k++) {
            double index = indices[k % season];
            plain[k] = theta.ratio() ? values[from + k] / index : values[from + k] - index;
        }
        line = Line.through(plain);
    }

    /** The second line. */
    double[] doubled() {
        double[] doubled = new double[plain.length];
        for (int k = 0; k < plain.length; k++) {
            doubled[k] = 2 * plain[k] - line.at(k);
        }
        return doubled;
    }

    /** Forecasts of the steps after the last row. */
    double[] steps(int horizon) {
        double level = new FlatSmoothing(doubled()).level(theta.alpha());
        double[] forecasts = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            int place = plain.length + step;
            double mean = (level + line.at(place)) / 2;
            double index = indices[place % indices.length];
            forecasts[step] = theta.ratio() ? mean * index : mean + index;
        }
        return forecasts;
    }
}
