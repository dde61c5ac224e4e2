package lstm.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomStreamTest {
    /** Models that were trained, and trainings that are to be resumed, depend on these. */
    private static final Map<RandomStream, Long> NUMBERS = Map.of(
            RandomStream.WEIGHTS, 1L,
            RandomStream.DROPOUT, 2L,
            RandomStream.SHUFFLE, 3L,
            RandomStream.TASK, 4L,
            RandomStream.SAMPLE, 5L,
            RandomStream.SEARCH, 6L,
            RandomStream.VALIDATION, 7L,
            RandomStream.ENSEMBLE, 8L,
            RandomStream.OTHER_CATEGORY, 9L,
            RandomStream.PADDING, 10L);

    @Test
    void twoStreamsOfOneSeedDrawDifferentNumbers() {
        assertNotEquals(
                SplitMix64.of(1, RandomStream.SEARCH, 0).nextLong(),
                SplitMix64.of(1, RandomStream.SAMPLE, 0).nextLong());
    }

    @Test
    void noTwoStreamsShareANumber() {
        RandomStream[] streams = RandomStream.values();
        assertEquals(
                streams.length,
                Arrays.stream(streams)
                        .mapToLong(RandomStream::number)
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @EnumSource
    void aStreamKeepsItsNumberAndWhatItDraws(RandomStream stream) {
        assertEquals(NUMBERS.get(stream), stream.number());
        assertEquals(
                SplitMix64.of(7, stream.number(), 3, 4).nextLong(),
                SplitMix64.of(7, stream, 3, 4).nextLong());
    }
}
