package lstm.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import lstm.random.SplitMix64;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final int STEPS = 20;
    private static final int N = 10_001;
    private static final double VALUES = (double) STEPS * N;

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 0.3, 0.5, 0.9})
    void aShareOfPIsDroppedAndTheRestScaledSoThatTheMeanStays(double p) {
        float kept = (float) (1 / (1 - p));
        Dropout dropout = drawn(p, SplitMix64.of(Seed.VALUE));
        int dropped = 0;
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            for (float factor : Reference.factors(dropout, step, N)) {
                assertEquals(factor == 0 ? 0 : kept, factor);
                dropped += factor == 0 ? 1 : 0;
                sum += factor;
            }
        }
        // Five standard deviations: one run in a million is beyond.
        double deviation = Math.sqrt(p * (1 - p) / VALUES);
        assertEquals(p, dropped / VALUES, 5 * deviation);
        assertEquals(1, sum / VALUES, 5 * deviation / (1 - p));
    }

    @Test
    void everyPlaceOfAStepIsDroppedAtItsOwnTime() {
        int[] times = new int[N];
        for (int draw = 0; draw < 10; draw++) {
            Dropout dropout = drawn(0.5, SplitMix64.of(Seed.VALUE, draw));
            for (int step = 0; step < STEPS; step++) {
                float[] factors = Reference.factors(dropout, step, N);
                for (int j = 0; j < N; j++) {
                    times[j] += factors[j] == 0 ? 1 : 0;
                }
            }
        }
        // Of 200 draws of a half, 7 standard deviations are 50: for 10,001 places, one run in ten million is beyond.
        assertEquals(100, Arrays.stream(times).min().orElseThrow(), 50);
        assertEquals(100, Arrays.stream(times).max().orElseThrow(), 50);
    }

    @Test
    void aShareOfZeroDropsNothing() {
        assertArrayEquals(ones(), Reference.factors(drawn(0, SplitMix64.of(Seed.VALUE)), 0, N));
    }

    @Test
    void nothingIsDroppedOnceItIsOff() {
        Dropout dropout = drawn(0.5, SplitMix64.of(Seed.VALUE));
        dropout.off();
        assertArrayEquals(ones(), Reference.factors(dropout, 0, N));
    }

    @Test
    void valuesAreMultipliedByTheFactors() {
        Dropout dropout = drawn(0.3, SplitMix64.of(Seed.VALUE));
        float[] values = Example.uniform(N, Seed.random());
        float[] expected = values.clone();
        float[] factors = Reference.factors(dropout, 7, N);
        for (int j = 0; j < N; j++) {
            expected[j] *= factors[j];
        }
        values = dropout.apply(7, values).clone();
        assertArrayEquals(expected, values);
    }

    @Test
    void thePlaceDecidesTheDraw() {
        float[] first = Reference.factors(at(1, 2, 3), 0, N);
        assertArrayEquals(first, Reference.factors(at(1, 2, 3), 0, N));
        for (Dropout other : new Dropout[] {at(1, 2, 4), at(1, 3, 3), at(2, 2, 3), at(1, 3, 2)}) {
            assertFalse(Arrays.equals(first, Reference.factors(other, 0, N)));
        }
    }

    @Test
    void everyStepAndEveryLayerHasItsOwnDraw() {
        SplitMix64 random = SplitMix64.of(Seed.VALUE);
        Dropout lower = drawn(0.5, random);
        Dropout upper = drawn(0.5, random);
        assertFalse(Arrays.equals(Reference.factors(lower, 0, N), Reference.factors(lower, 1, N)));
        assertFalse(Arrays.equals(Reference.factors(lower, 0, N), Reference.factors(upper, 0, N)));
    }

    private static Dropout at(long... place) {
        return drawn(0.5, SplitMix64.of(Seed.VALUE, place));
    }

    private static Dropout drawn(double p, SplitMix64 random) {
        Dropout dropout = new Dropout(p, STEPS, N);
        dropout.draw(random, t -> true);
        return dropout;
    }

    private static float[] ones() {
        float[] ones = new float[N];
        Arrays.fill(ones, 1f);
        return ones;
    }
}
