package lstm.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lstm.statistics.Values;
import org.junit.jupiter.api.Test;

class PooledValuesTest {
    private static final List<Values> COLUMNS = List.of(
            Values.of(), Values.of(1, 2), Values.of(), Values.of(), Values.of(3), Values.of(4, 5, 6), Values.of());

    @Test
    void columnsFollowEachOtherAndThoseWithoutValuesAreSkipped() {
        Values pooled = PooledValues.of(COLUMNS.size(), COLUMNS::get);

        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, pooled.toArray());
        assertEquals(6, pooled.at(5));
        assertEquals(1, pooled.at(0));
        assertEquals(3, pooled.at(2));
    }

    @Test
    void eachColumnIsMadeOnceForEachPass() {
        AtomicInteger made = new AtomicInteger();
        Values pooled = PooledValues.of(COLUMNS.size(), k -> {
            made.incrementAndGet();
            return COLUMNS.get(k);
        });
        int counting = made.get();
        pooled.toArray();

        assertTrue(made.get() - counting <= COLUMNS.size(), made + " columns were made");
    }
}
