package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * Makes synthetic series. A series depends on nothing but the seed, its number and its rows, to the bit: random numbers
 * come from {@link SplitMix64}, functions from StrictMath.
 *
 * @param seed of all series
 */
public record SeriesGenerator(long seed) {
    /** What series number {@code number} is made of. */
    public Composition composition(long number, int rows) {
        return composition(rows, SplitMix64.of(seed, number));
    }

    private static Composition composition(int rows, SplitMix64 random) {
        double place = random.nextDouble();
        Family family = Family.values()[0];
        for (Family next : Family.values()) {
            family = next;
            place -= next.share();
            if (place < 0) {
                break;
            }
        }
        return family.draw(rows, random);
    }

    /**
     * Makes a series.
     *
     * @param number of the series, from 0
     * @param rows at least 2
     */
    public SyntheticSeries series(long number, int rows) {
        SplitMix64 random = SplitMix64.of(seed, number);
        return composition(rows, random).realize(rows, random);
    }
}
