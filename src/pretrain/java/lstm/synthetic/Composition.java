package lstm.synthetic;

import java.util.List;
import lstm.base.SeasonPair;
import lstm.random.SplitMix64;

/**
 * How a synthetic series is made: the sum of its parts, brought to a scale, recorded, with gaps.
 *
 * @param family what kind of series it is
 * @param seasons of its seasonal parts
 * @param parts that are added up
 * @param scale of the values
 * @param observation what is recorded of them
 * @param missing what is not
 */
public record Composition(
        Family family,
        SeasonPair seasons,
        List<Component> parts,
        ValueScale scale,
        Observation observation,
        MissingRows missing) {
    /** Copies the list. */
    public Composition {
        parts = List.copyOf(parts);
    }

    /** A realization; each part draws from a generator of its own. */
    SyntheticSeries realize(int rows, SplitMix64 random) {
        double[] values = new double[rows];
        for (Component part : parts) {
            part.addTo(values, SplitMix64.of(random.nextLong()));
        }
        scale.apply(values);
        SplitMix64 recorded = SplitMix64.of(random.nextLong());
        for (int t = 0; t < rows; t++) {
            values[t] = observation.of(values[t], recorded);
        }
        double[] complete = values.clone();
        missing.apply(values, random);
        return new SyntheticSeries(values, complete, seasons, family);
    }
}
