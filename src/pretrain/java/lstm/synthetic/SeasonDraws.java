package lstm.synthetic;

import lstm.base.SeasonPair;
import lstm.random.SplitMix64;

/** Draws of the seasons of a series. */
final class SeasonDraws {
    private static final int[] USUAL = {4, 7, 12, 12, 24, 24, 48, 52};
    private static final int[] RARE = {2, 3, 5, 6, 8, 10, 13, 26, 30, 60, 96, 144, 168, 288, 336};
    private static final int[][] TWO = {{24, 168}, {24, 168}, {48, 336}, {7, 364}, {12, 60}, {4, 52}, {96, 672}};

    private SeasonDraws() {}

    /** One season: mostly those of quarters, weekdays, months, hours, half hours and weeks. */
    static SeasonPair one(SplitMix64 random) {
        double kind = random.nextDouble();
        int season = kind < 0.65
                ? Draws.oneOf(random, USUAL)
                : kind < 0.85 ? Draws.oneOf(random, RARE) : Draws.logUniformInt(random, 2, 200);
        return new SeasonPair(season, 0);
    }

    /** Two: mostly a day and a week. */
    static SeasonPair two(SplitMix64 random) {
        int[] pair = TWO[random.nextInt(TWO.length)];
        return new SeasonPair(pair[0], pair[1]);
    }
}
