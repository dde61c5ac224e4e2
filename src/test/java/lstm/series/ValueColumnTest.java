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
        for (int decimals = 0; decimals <= 6; decimals++) {
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
        double[] values = {Math.PI, 1};
        assertSame(values, ValueColumn.compact(values).toArray());
        assertSame(values, ValueColumn.of(values).toArray());
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
