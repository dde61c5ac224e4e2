package lstm.synthetic;

import lstm.random.SplitMix64;

/** One of the parts whose sum is a synthetic series. Parts are measured in a common unit; see {@link Composition}. */
public sealed interface Component
        permits SeasonalPattern,
                CalendarEvents,
                TurningTrend,
                SmoothCurve,
                LevelBreaks,
                RandomWalk,
                MeanReversion,
                StochasticCycle,
                Noise {
    /** Adds one realization of the part. Modifies {@code values} and nothing else but the generator. */
    void addTo(double[] values, SplitMix64 random);
}
