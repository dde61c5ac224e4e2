package lstm.network;

import lstm.random.RandomStream;
import lstm.random.SplitMix64;

/**
 * Determines what dropout drops: the same key drops the same values, and different keys have nothing in common.
 *
 * @param seed of all randomness
 * @param major the epoch when training; the origin when sampling a forecast
 * @param minor the batch when training; the round of the forecast when sampling
 */
public record DropoutKey(long seed, long major, long minor) {
    /** That of one of several networks, which drop values of their own; the first, number 0, has this one. */
    DropoutKey ofNetwork(int number) {
        return new DropoutKey(Ensemble.seed(seed, number), major, minor);
    }

    /** The generator of one slice of the batch. */
    SplitMix64 generator(RandomStream stream, int slice) {
        return SplitMix64.of(seed, stream, major, minor, slice);
    }
}
