package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValueSequenceTest {
    @Test
    void keepsWhatWasAddedWhereverThereIsAFraction() {
        for (double odd : new double[] {0.5, -0.0, 1e10, Integer.MIN_VALUE, Double.NaN, 7}) {
            for (int place = 0; place < 40; place++) {
                double[] values = new double[40];
                Arrays.setAll(values, k -> k % 7 == 0 ? Double.NaN : k * 1000);
                values[place] = odd;
                ValueSequence kept = new ValueSequence();
                Arrays.stream(values).forEach(kept::add);

                assertArrayEquals(values, kept.toArray());
                assertEquals(values[place], kept.get(place));
                assertArrayEquals(
                        new double[] {values[39], values[place]},
                        kept.at(new int[] {39, place}).toArray());
            }
        }
    }
}
