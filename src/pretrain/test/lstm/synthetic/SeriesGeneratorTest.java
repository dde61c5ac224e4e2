package lstm.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import lstm.file.Sha256;
import org.junit.jupiter.api.Test;

/** Synthetic series are the same on every machine, of all families, and usable. */
class SeriesGeneratorTest {
    private static final int ROWS = 200;

    @Test
    void aSeriesDependsOnSeedAndNumberAlone() {
        SeriesGenerator generator = new SeriesGenerator(7);
        double[] third = generator.series(3, ROWS).values();
        generator.series(4, ROWS);
        assertArrayEquals(third, new SeriesGenerator(7).series(3, ROWS).values());
        assertTrue(!Arrays.equals(third, new SeriesGenerator(8).series(3, ROWS).values()));
    }

    @Test
    void theBitsAreTheSameOnEveryMachine() {
        var digest = Sha256.start();
        for (int k = 0; k < 300; k++) {
            for (double value : new SeriesGenerator(1).series(k, ROWS).values()) {
                digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(0, value));
            }
        }
        assertEquals(
                "778511d4e06d2e2a", HexFormat.of().formatHex(digest.digest()).substring(0, 16));
    }

    @Test
    void everyFamilyComesAsOftenAsItsShareSays() {
        Map<Family, Integer> counts = new EnumMap<>(Family.class);
        for (int k = 0; k < 4000; k++) {
            counts.merge(new SeriesGenerator(2).composition(k, ROWS).family(), 1, Integer::sum);
        }
        for (Family family : Family.values()) {
            assertEquals(family.share(), counts.get(family) / 4000.0, 0.02, family.name());
        }
    }

    @Test
    void valuesAreFiniteOrMissingAndTheLastIsKnown() {
        SeriesGenerator generator = new SeriesGenerator(3);
        for (int k = 0; k < 500; k++) {
            double[] values = generator.series(k, ROWS).values();
            assertTrue(Arrays.stream(values).noneMatch(Double::isInfinite), "series " + k);
            assertTrue(Double.isFinite(values[ROWS - 1]), "series " + k);
        }
    }

    @Test
    void countsAndOrdersAreWholeAndNotNegative() {
        SeriesGenerator generator = new SeriesGenerator(4);
        IntStream.range(0, 500)
                .mapToObj(k -> generator.series(k, ROWS))
                .filter(series -> series.family() == Family.COUNTS || series.family() == Family.INTERMITTENT)
                .flatMapToDouble(series -> Arrays.stream(series.values()))
                .filter(Double::isFinite)
                .forEach(value -> assertTrue(value >= 0 && value == Math.rint(value), "count " + value));
    }
}
