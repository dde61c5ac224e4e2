package lstm.synthetic;

import java.util.Arrays;
import lstm.random.SplitMix64;

/**
 * A trend of straight pieces: b[t] = b[t-1] + slope[k] / n, with slope[k] ~ N(0, change^2) drawn anew at each of some
 * random turns. With damping d, slopes fade between the turns: slope <- slope d (Gardner and McKenzie 1985).
 *
 * @param change deviation of the change over all rows, if there are no turns
 * @param turns number of turns
 * @param damping d in (0, 1]; 1 for none
 */
public record TurningTrend(double change, int turns, double damping) implements Component {
    @Override
    public void addTo(double[] values, SplitMix64 random) {
        int[] rows = new int[turns];
        Arrays.setAll(rows, k -> random.nextInt(values.length));
        Arrays.sort(rows);
        double slope = change * random.nextGaussian() / values.length;
        double level = 0;
        int next = 0;
        for (int t = 0; t < values.length; t++) {
            for (; next < turns && rows[next] == t; next++) {
                slope = change * random.nextGaussian() / values.length;
            }
            level += slope;
            slope *= damping;
            values[t] += level;
        }
    }
}
