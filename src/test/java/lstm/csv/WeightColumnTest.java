package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.KeyFilter;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The column that says what the series of a table count. */
class WeightColumnTest {
    private static final ReadOptions BY_STORE =
            ReadOptions.DEFAULT.withTarget("units").withKeys(List.of("store"));

    @TempDir
    Path folder;

    private Path file;

    private SeriesTable read(ReadOptions options, String... lines) throws Exception {
        file = Files.write(folder.resolve("sales.csv"), List.of(lines));
        return TableReader.read(List.of(CsvSource.of(file)), options, KeyFilter.ALL);
    }

    private static ReadOptions weighed(String column) {
        return BY_STORE.withWeight(Optional.of(column));
    }

    private Place line(long number) {
        return Place.of(file.toString()).line(number);
    }

    @Test
    void itsMeanIsTheWeightAndItIsNoColumnOfTheSeries() throws Exception {
        SeriesTable table = read(
                weighed("revenue"),
                "store,date,units,revenue",
                "b,2024-01-02,1,7",
                "a,2024-01-03,4,$40",
                "a,2024-01-01,2,$10",
                "a,2024-01-02,3,\"$1,000\"");
        Series first = table.series().get(0);
        assertEquals(List.of("units"), first.columns());
        assertArrayEquals(new double[] {2, 3, 4}, first.column(0));
        assertEquals(505, first.weights().orElseThrow().mean(2));
        assertEquals(350, first.weights().orElseThrow().mean(3), 1e-9);
        assertEquals(10, first.first(1).weights().orElseThrow().mean(1));
        assertEquals(40, first.tail(1).weights().orElseThrow().mean(1));
        assertEquals(7, table.series().get(1).weights().orElseThrow().mean(1));
    }

    @Test
    void theTargetMayWeighToo() throws Exception {
        SeriesTable table = read(
                weighed("units").withMissing(Missing.INTERPOLATE),
                "store,date,units",
                "a,2024-01-01,1",
                "a,2024-01-02,",
                "a,2024-01-03,5",
                "b,2024-01-01,9");
        assertEquals(3, table.series().get(0).weights().orElseThrow().mean(3));
    }

    @Test
    void withoutANameTheTargetIsAnotherColumn() throws Exception {
        SeriesTable table = read(
                ReadOptions.DEFAULT.withKeys(List.of("store")).withWeight(Optional.of("revenue")),
                "store,date,revenue,units",
                "a,2024-01-01,1,8",
                "b,2024-01-01,2,9");
        assertEquals("units", table.series().get(0).target());
    }

    @Test
    void noWeightIsNegativeOrMissingWhateverBecomesOfMissingValues() {
        for (String cell : List.of("-1", "", "much", "NaN", "1e999")) {
            LstmException refused = assertThrows(
                    LstmException.class,
                    () -> read(
                            weighed("revenue").withMissing(Missing.INTERPOLATE),
                            "store,date,units,revenue",
                            "a,2024-01-01,1,1",
                            "a,2024-01-02,2," + cell),
                    cell);
            assertEquals(LstmException.Kind.DATA, refused.kind(), cell);
            assertEquals(Optional.of(line(3).column("revenue")), refused.place(), cell);
        }
    }

    @Test
    void aRowThatIsDroppedNeedsNone() throws Exception {
        SeriesTable table = read(
                weighed("revenue").withMissing(Missing.DROP),
                "store,date,units,revenue",
                "a,2024-01-01,1,3",
                "a,2024-01-02,,",
                "a,2024-01-03,2,5");
        assertEquals(4, table.series().get(0).weights().orElseThrow().mean(2));
    }

    @Test
    void datesAndKeysCannotWeigh() {
        for (String column : List.of("store", "day")) {
            LstmException refused = assertThrows(
                    LstmException.class,
                    () -> read(weighed(column).withDate("day"), "store,day,units", "a,2024-01-01,1"));
            assertEquals(LstmException.Kind.USAGE, refused.kind());
        }
        LstmException unknown = assertThrows(
                LstmException.class, () -> read(weighed("revenu"), "store,date,units,revenue", "a,2024-01-01,1,1"));
        assertEquals(Optional.of(line(1)), unknown.place());
    }

    @Test
    void oneSeriesHasNothingToBeWeighedAgainst() throws Exception {
        file = Files.write(folder.resolve("one.csv"), List.of("date,units,revenue", "2024-01-01,1,1"));
        ReadOptions options = ReadOptions.DEFAULT.withTarget("units").withWeight(Optional.of("revenue"));
        LstmException refused = assertThrows(LstmException.class, () -> CsvReader.read(file, options));
        assertEquals(LstmException.Kind.USAGE, refused.kind());
        assertEquals(Optional.of(Setting.WEIGHT), refused.setting());
    }
}
