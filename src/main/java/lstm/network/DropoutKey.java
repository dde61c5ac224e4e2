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
        long own = number == 0
                ? seed
                : SplitMix64.of(seed, RandomStream.ENSEMBLE, number).nextLong();
        return new DropoutKey(own, major, minor);
    }

    /** The generator of one slice of the batch. */
    SplitMix64 generator(RandomStream stream, int slice) {
        return SplitMix64.of(seed, stream, major, minor, slice);
    }
}
