package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * Breaks of the level: at random rows it moves by N(0, size^2) for good or, with probability 1/3, for a while only (a
 * temporary change as in Chen and Liu 1993, but one that ends at once).
 *
 * @param count of breaks
 * @param size deviation of a break
 */
public record LevelBreaks(int count, double size) implements Component {
    private static final double PASSING = 1.0 / 3;

    @Override
    public void addTo(double[] values, SplitMix64 random) {
        for (int k = 0; k < count; k++) {
            int row = random.nextInt(values.length);
            double jump = size * random.nextGaussian();
            boolean passes = Draws.chance(random, PASSING);
            int end = passes ? row + 2 + random.nextInt(Math.max(1, values.length / 8)) : values.length;
            for (int t = row; t < Math.min(values.length, end); t++) {
                values[t] += jump;
            }
        }
    }
}
