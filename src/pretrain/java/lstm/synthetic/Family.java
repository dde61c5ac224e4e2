package lstm.synthetic;

import java.util.ArrayList;
import java.util.List;
import lstm.base.SeasonPair;
import lstm.random.SplitMix64;

/** The kinds of series that are drawn, each as often as its share says. */
public enum Family {
    /** One season, with or without trends, walks, breaks and calendar events. */
    SEASONAL(0.31) {
        @Override
        Composition draw(int rows, SplitMix64 random) {
            SeasonPair seasons = SeasonDraws.one(random);
            List<Component> parts = new ArrayList<>(PartDraws.seasonal(seasons, random));
            parts.addAll(PartDraws.levels(rows, random));
            parts.add(PartDraws.noise(random));
            return composition(this, seasons, parts, random);
        }
    },
    /** A season within a longer one, such as the days in a week of hours. */
    TWO_SEASONS(0.17) {
        @Override
        Composition draw(int rows, SplitMix64 random) {
            SeasonPair seasons = SeasonDraws.two(random);
            List<Component> parts = new ArrayList<>(PartDraws.seasonal(seasons, random));
            parts.addAll(PartDraws.levels(rows, random));
            parts.add(PartDraws.noise(random));
            return composition(this, seasons, parts, random);
        }
    },
    /** Levels and trends, cycles and mean reversion, but no season. */
    UNSEASONAL(0.14) {
        @Override
        Composition draw(int rows, SplitMix64 random) {
            List<Component> parts = new ArrayList<>(PartDraws.levels(rows, random));
            if (parts.isEmpty() || Draws.chance(random, 0.4)) {
                parts.add(PartDraws.wave(random));
            }
            parts.add(PartDraws.noise(random));
            return composition(this, SeasonPair.NONE, parts, random);
        }
    },
    /** Trends that noise hardly hides, such as populations, output and employment. */
    GROWTH(0.10) {
        @Override
        Composition draw(int rows, SplitMix64 random) {
            double change = Draws.logUniform(random, 0.1, 3);
            // What cannot be known of a row's change, beside the trend.
            double step = change / rows * Draws.logUniform(random, 0.05, 5);
            double slopeStep = Draws.chance(random, 0.4) ? step * Draws.logUniform(random, 0.01, 0.3) : 0;
            double damping = Draws.chance(random, 0.2) ? 1 - Draws.logUniform(random, 0.002, 0.1) : 1;
            List<Component> parts = List.of(
                    new TurningTrend(change, random.nextInt(3), damping),
                    new RandomWalk(step, slopeStep, PartDraws.shocks(random)),
                    new Noise(step * Draws.logUniform(random, 0.02, 1), PartDraws.shocks(random)));
            double level = Draws.logUniform(random, 0.01, 1e6);
            ValueScale scale = Draws.chance(random, 0.6)
                    ? new ValueScale.Multiplicative(level, 1)
                    : new ValueScale.Additive(Draws.logUniform(random, 1, 30), level);
            return new Composition(
                    this, SeasonPair.NONE, parts, scale, new Observation.Exact(), PartDraws.missing(random));
        }
    },
    /** Prices: the exponential of a walk with heavy tails and bursts of variance, rounded or not. */
    PRICES(0.11) {
        @Override
        Composition draw(int rows, SplitMix64 random) {
            double step = Draws.logUniform(random, 0.003, 0.04);
            // Of a day's change hardly more than a twentieth can be known.
            double trend = step * Math.sqrt(rows) * Draws.uniform(random, 0, 0.5);
            List<Component> parts = List.of(
                    new RandomWalk(step, 0, PartDraws.shocks(random)), new TurningTrend(trend, random.nextInt(3), 1));
            double level = Draws.logUniform(random, 0.5, 5000);
            Observation observation = Draws.chance(random, 0.5)
                    ? new Observation.Rounded(Math.max(level * 1e-5, 0.01))
                    : new Observation.Exact();
            return new Composition(
                    this,
                    SeasonPair.NONE,
                    parts,
                    new ValueScale.Multiplicative(level, 1),
                    observation,
                    PartDraws.missing(random));
        }
    },
    /** Counts, with or without a season. */
    COUNTS(0.09) {
        @Override
        Composition draw(int rows, SplitMix64 random) {
            Observation counts =
                    new Observation.Counts(Draws.chance(random, 0.5) ? 0 : Draws.oneOf(random, 1, 2, 4, 8));
            return ofRate(this, Draws.logUniform(random, 0.3, 100), counts, rows, random);
        }
    },
    /** Demand that is mostly zero. */
    INTERMITTENT(0.05) {
        @Override
        Composition draw(int rows, SplitMix64 random) {
            Observation orders = new Observation.Intermittent(Draws.logUniform(random, 1, 20));
            return ofRate(this, Draws.logUniform(random, 0.03, 0.8), orders, rows, random);
        }
    },
    /** Values that stop at zero, such as rain: a weak season, short memory. */
    CENSORED(0.03) {
        @Override
        Composition draw(int rows, SplitMix64 random) {
            SeasonPair seasons = Draws.chance(random, 0.5) ? SeasonDraws.one(random) : SeasonPair.NONE;
            List<Component> parts = new ArrayList<>(PartDraws.seasonal(seasons, random));
            parts.add(new MeanReversion(Draws.uniform(random, 0, 0.7), 1, PartDraws.shocks(random)));
            ValueScale scale =
                    new ValueScale.Additive(Draws.uniform(random, -1.5, 1), Draws.logUniform(random, 0.1, 100));
            return new Composition(this, seasons, parts, scale, new Observation.Censored(), PartDraws.missing(random));
        }
    };

    private final double share;

    Family(double share) {
        this.share = share;
    }

    /** How often it is drawn; the shares add up to 1. */
    public double share() {
        return share;
    }

    /** Draws what a series of this kind is made of. */
    abstract Composition draw(int rows, SplitMix64 random);

    private static Composition composition(
            Family family, SeasonPair seasons, List<Component> parts, SplitMix64 random) {
        Observation observation = Draws.chance(random, 0.1) ? new Observation.Censored() : new Observation.Exact();
        return new Composition(family, seasons, parts, PartDraws.scale(random), observation, PartDraws.missing(random));
    }

    private static Composition ofRate(
            Family family, double rate, Observation observation, int rows, SplitMix64 random) {
        SeasonPair seasons = Draws.chance(random, 0.6) ? SeasonDraws.one(random) : SeasonPair.NONE;
        List<Component> parts = new ArrayList<>(PartDraws.seasonal(seasons, random));
        parts.addAll(PartDraws.levels(rows, random));
        ValueScale scale = new ValueScale.Multiplicative(rate, Draws.uniform(random, 0.05, 0.8));
        return new Composition(family, seasons, parts, scale, observation, PartDraws.missing(random));
    }
}
