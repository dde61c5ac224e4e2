package lstm.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import lstm.error.LstmException;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.StampKind;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/** The rows of one series. */
class SeriesRowsTest {
    private static final TableLayout LAYOUT = new TableLayout(
            "table", List.of("k"), "date", DataTypes.DateType, List.of("v"), Missing.ERROR, null, List.of());

    @Test
    void aSeriesLongerThanTheMemoryKeepsItsLastRows() throws LstmException {
        // As a whole they would take 640 MB, and as much again while the arrays grow.
        long all = 40_000_000;
        SeriesRows rows = new SeriesRows(LAYOUT, StampKind.DATE, 3);
        for (long day = 0; day < all; day++) {
            rows.add(RowFactory.create("key", day * StampKind.DAY, (double) day));
        }
        Series series = rows.series("s", ReadOptions.DEFAULT).orElseThrow();
        assertEquals(3, series.rows());
        assertArrayEquals(LongStream.range(all - 3, all).asDoubleStream().toArray(), series.column(0));
    }
}
