package lstm.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitMix64Test {
    @ParameterizedTest
    @CsvSource({"1000,1", "1000,7", "1000,49", "1000,50", "1000,1000", "21,1", "1,1", "2,1", "100000,300", "5,0"})
    void theFirstOfAShuffleAreKnownWithoutTheOthers(int count, int first) {
        for (long seed = 1; seed <= 5; seed++) {
            int[] all = IntStream.range(0, count).toArray();
            SplitMix64 shuffling = SplitMix64.of(seed);
            shuffling.shuffle(all);
            SplitMix64 drawing = SplitMix64.of(seed);

            assertArrayEquals(Arrays.copyOf(all, first), drawing.firstShuffled(count, first), "seed " + seed);
            assertEquals(shuffling.nextLong(), drawing.nextLong(), "what is drawn next");
        }
    }
}
