package lstm.synthetic;

import java.util.ArrayList;
import java.util.List;
import lstm.base.SeasonPair;
import lstm.random.SplitMix64;

/**
 * Draws the parts of a series. The unit of all sizes is the deviation of the first season or, where there is none, of
 * what stands in its place.
 */
final class PartDraws {
    private PartDraws() {}

    /** The seasonal parts; none if there is no season. */
    static List<Component> seasonal(SeasonPair seasons, SplitMix64 random) {
        List<Component> parts = new ArrayList<>();
        if (!seasons.isSeasonal()) {
            return parts;
        }
        parts.add(pattern(seasons.main(), 1, random));
        if (seasons.longer() > 0) {
            parts.add(pattern(seasons.longer(), Draws.logUniform(random, 0.1, 1.2), random));
        }
        if (Draws.chance(random, 0.15)) {
            int period = seasons.longer() > 0 ? seasons.longer() : seasons.main();
            int length = 1 + random.nextInt(Math.max(1, period / 6));
            double working = Draws.chance(random, 0.5) ? Draws.logUniform(random, 0.05, 0.5) : 0;
            parts.add(
                    new CalendarEvents(period, random.nextGaussian(), length, Draws.uniform(random, 0, 0.1), working));
        }
        return parts;
    }

    private static SeasonalPattern pattern(int period, double amplitude, SplitMix64 random) {
        boolean weekly = period % 7 == 0 && period > 7 && Draws.chance(random, 0.6);
        SeasonalShape[] shapes = SeasonalShape.values();
        SeasonalShape shape = weekly ? SeasonalShape.STEPS : shapes[random.nextInt(shapes.length)];
        double growth = Draws.chance(random, 0.3) ? Draws.uniform(random, -0.7, 2) : 0;
        double drift = Draws.chance(random, 0.3) ? Draws.logUniform(random, 0.01, 0.3) : 0;
        double evolution = Draws.chance(random, 0.5) ? Draws.logUniform(random, 0.02, 0.4) : 0;
        return new SeasonalPattern(period, shape, amplitude, growth, drift, evolution);
    }

    /** What moves the level: any number of trends, curves, walks and breaks. */
    static List<Component> levels(int rows, SplitMix64 random) {
        List<Component> parts = new ArrayList<>();
        if (Draws.chance(random, 0.45)) {
            double damping = Draws.chance(random, 0.3) ? 1 - Draws.logUniform(random, 0.002, 0.1) : 1;
            parts.add(new TurningTrend(Draws.logUniform(random, 0.3, 16), random.nextInt(5), damping));
        }
        if (Draws.chance(random, 0.2)) {
            parts.add(new SmoothCurve(
                    Draws.logUniform(random, 0.2, 2), Draws.logUniform(random, 10, Math.max(20, rows))));
        }
        if (Draws.chance(random, 0.4)) {
            double step = Draws.logUniform(random, 0.003, 0.3);
            double slopeStep = Draws.chance(random, 0.25) ? step * Draws.logUniform(random, 0.01, 0.3) : 0;
            parts.add(new RandomWalk(step, slopeStep, shocks(random)));
        }
        if (Draws.chance(random, 0.35)) {
            double phi = 1 - Draws.logUniform(random, 0.02, 0.8);
            parts.add(new MeanReversion(phi, Draws.logUniform(random, 0.05, 1), shocks(random)));
        }
        if (Draws.chance(random, 0.15)) {
            parts.add(new LevelBreaks(1 + random.nextInt(4), Draws.logUniform(random, 0.3, 3)));
        }
        return parts;
    }

    /** A cycle, or values that return to their mean. */
    static Component wave(SplitMix64 random) {
        if (Draws.chance(random, 0.5)) {
            return new StochasticCycle(Draws.logUniform(random, 6, 150), 1 - Draws.logUniform(random, 0.003, 0.2), 1);
        }
        return new MeanReversion(1 - Draws.logUniform(random, 0.01, 1.3), 1, shocks(random));
    }

    static Noise noise(SplitMix64 random) {
        return new Noise(Draws.logUniform(random, 0.01, 1.2), shocks(random));
    }

    static Shocks shocks(SplitMix64 random) {
        Shocks.Tail[] tails = Shocks.Tail.values();
        Shocks.Tail tail = Draws.chance(random, 0.5) ? Shocks.Tail.NORMAL : tails[random.nextInt(tails.length)];
        double kind = random.nextDouble();
        if (kind < 0.6) {
            return new Shocks(tail, new Shocks.Volatility.Constant());
        }
        if (kind < 0.8) {
            double a = Draws.uniform(random, 0.02, 0.2);
            return new Shocks(tail, new Shocks.Volatility.Bursts(a, Draws.uniform(random, 0.6, 0.98 - a)));
        }
        return new Shocks(
                tail,
                new Shocks.Volatility.Stretches(Draws.uniform(random, 1.5, 6), Draws.logUniform(random, 10, 200)));
    }

    /** Half of the series are additive, half multiplicative; levels and units go from 0.01 to a million. */
    static ValueScale scale(SplitMix64 random) {
        double level = Draws.logUniform(random, 0.01, 1e6);
        if (Draws.chance(random, 0.5)) {
            return new ValueScale.Multiplicative(level, Draws.logUniform(random, 0.02, 0.5));
        }
        double offset = Draws.chance(random, 0.2) ? 0 : Draws.logUniform(random, 1, 30);
        return new ValueScale.Additive(offset, level);
    }

    /** One series in ten has gaps. */
    static MissingRows missing(SplitMix64 random) {
        return Draws.chance(random, 0.1)
                ? new MissingRows(1 + random.nextInt(6), Draws.logUniform(random, 1, 15))
                : MissingRows.NONE;
    }
}
