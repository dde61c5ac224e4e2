package lstm.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueColumnTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 1 2147483647 -2147483647",
                "12.5 0.1 -3 1999.99",
                "0.000001 2147.483647",
                "1 0.123456789",
                "-0.0 1",
                "3e9 0.1",
                "2147483648 1",
                "1e300 5e-324",
                "0.30000000000000004 0.1"
            })
    void keepsEveryBit(String values) {
        double[] given = Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        ValueColumn kept = ValueColumn.compact(given);

        assertSameBits(given, kept.toArray());
        assertSameBits(
                Arrays.copyOfRange(given, 1, given.length),
                kept.range(1, given.length).toArray());
        assertEquals(given.length, kept.size());
    }

    @Test
    void keepsEveryBitOfWhatIsReadFromDecimals() {
        long seed = Long.getLong("seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int decimals = 0; decimals <= 9; decimals++) {
            int places = decimals;
            double[] values = random.ints(500)
                    .mapToDouble(digits -> Double.parseDouble(digits + "e-" + places))
                    .toArray();
            ValueColumn kept = ValueColumn.compact(values);
            assertSameBits(values, kept.toArray());
            assertNotSame(values, kept.toArray(), decimals + " decimals fit in 4 bytes; -Dseed=" + seed);
        }
    }

    @Test
    void valuesOfManyDigitsStayAsTheyAre() {
        ValueColumn kept = ValueColumn.compact(new double[] {Math.PI, 1});
        assertSame(kept.toArray(), kept.toArray(), "another array each time would mean that it is computed");
        double[] values = {Math.PI, 1};
        assertSame(values, ValueColumn.of(values).toArray());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, -0.0, 1e10, Integer.MIN_VALUE, 1e-9, Math.PI, Double.NaN, 7})
    void aValueUnlikeTheOthersChangesNone(double odd) {
        for (int place = 0; place < 40; place++) {
            double[] values = new double[40];
            Arrays.setAll(values, k -> k % 7 == 0 ? Double.NaN : k % 3 == 0 ? k * 1000 : k / 100.0);
            values[place] = odd;
            ValueColumn.Builder builder = new ValueColumn.Builder();
            for (int row = 0; row < values.length; row++) {
                builder.add(values[row]);
                assertSameBits(Arrays.copyOf(values, row + 1), builder.build().toArray());
            }
            assertEquals(odd, builder.at(place));
            assertEquals(odd, builder.build().at(place));
        }
    }

    private static void assertSameBits(double[] expected, double[] actual) {
        assertEquals(
                Arrays.toString(Arrays.stream(expected)
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray()),
                Arrays.toString(Arrays.stream(actual)
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray()));
    }
}
