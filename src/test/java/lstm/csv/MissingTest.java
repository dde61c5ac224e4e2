package lstm.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.error.SettingValue;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesNote;
import lstm.series.StampColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingTest {
    private static final Csv GAPS = Csv.of(
            "date,y",
            "2020-01-01,",
            "2020-01-02,1",
            "2020-01-03,NA",
            "2020-01-04,x",
            "2020-01-05,4",
            "2020-01-06,null");

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "nan", "NA", "N/A", "#N/A", "null", "NULL", "none", ".", "-", "\"\""})
    void aMissingValueIsAnErrorAtItsPlaceByDefault(String word) {
        LstmException failure = Csv.of("y,n", "1,a", word + ",b").failure();
        assertEquals(Kind.DATA, failure.kind());
        assertEquals(Optional.of(Place.of("prices.csv").line(3).column("y")), failure.place());
        assertEquals(
                Optional.of(Setting.MISSING),
                failure.remedy().settings().map(SettingValue::setting).findFirst());
        String problem = failure.problem().toString();
        assertTrue(problem.endsWith("the value is missing") || problem.endsWith(" is a missing value"), problem);
    }

    @Test
    void dropLeavesTheRowsOut() throws Exception {
        Series series = GAPS.read(ReadOptions.DEFAULT.withMissing(Missing.DROP));
        assertArrayEquals(new double[] {1, 4}, series.column(0));
        assertEquals("2020-01-05", series.stampText(1));
        assertEquals(List.of(new SeriesNote.RowsDropped(4, 1, 4)), series.notes());
    }

    @Test
    void forwardRepeatsTheLastValueAndDropsALeadingGap() throws Exception {
        Series series = GAPS.read(ReadOptions.DEFAULT.withMissing(Missing.FORWARD));
        assertArrayEquals(new double[] {1, 1, 1, 4, 4}, series.column(0));
        assertEquals("2020-01-02", series.stampText(0));
        assertEquals(
                List.of(new SeriesNote.ValuesFilled(4, 1, Missing.FORWARD), new SeriesNote.EndsDropped(1)),
                series.notes());
    }

    @Test
    void interpolateDrawsALineAndDropsBothEnds() throws Exception {
        Series series = GAPS.read(ReadOptions.DEFAULT.withMissing(Missing.INTERPOLATE));
        assertArrayEquals(new double[] {1, 2, 3, 4}, series.column(0), 1e-12);
        assertEquals("2020-01-05", series.stampText(3));
    }

    @Test
    void newestFirstIsPutInOrderBeforeItIsFilled() throws Exception {
        Series series = Csv.of("date,y", "2020-01-03,3", "2020-01-02,", "2020-01-01,1")
                .read(ReadOptions.DEFAULT.withMissing(Missing.FORWARD));
        assertArrayEquals(new double[] {1, 1, 3}, series.column(0));
    }

    @Test
    void interpolationBetweenTheLargestNumbersStaysFinite() throws Exception {
        Series series = Csv.of("y,n", "1.7e308,a", ",b", "-1.7e308,c")
                .read(ReadOptions.DEFAULT.withMissing(Missing.INTERPOLATE));
        assertEquals(0, series.column(0)[1]);
    }

    @Test
    void aMissingFeatureDropsTheRowToo() throws Exception {
        Series series = Csv.of("y,z", "1,1", "2,", "3,3")
                .read(ReadOptions.DEFAULT.withFeatures(List.of("z")).withMissing(Missing.DROP));
        assertArrayEquals(new double[] {1, 3}, series.column(0));
        assertEquals(StampColumn.of(1, 2), series.stamps());
    }

    @Test
    void aColumnThatIsNotReadMayHaveGaps() throws Exception {
        assertEquals(2, Csv.of("y,z", "1,", "2,NA").read().rows());
    }

    @Test
    void whenNoRowIsLeftItIsSaid() {
        for (Missing policy : List.of(Missing.DROP, Missing.FORWARD, Missing.INTERPOLATE)) {
            assertTrue(Csv.of("y,z", ",1", "NA,2")
                    .fault(ReadOptions.DEFAULT.withTarget("y").withMissing(policy))
                    .startsWith("prices.csv: no row has a value in every column; "));
        }
    }

    @Test
    void aRowThatIsDroppedMayRepeatADateButMustHaveOne() throws Exception {
        ReadOptions drop = ReadOptions.DEFAULT.withMissing(Missing.DROP);
        assertEquals(
                2,
                Csv.of("date,y", "2020-01-01,1", "2020-01-01,", "2020-01-02,2")
                        .read(drop)
                        .rows());
        assertTrue(Csv.of("date,y", "2020-01-01,1", "2020-01-32,", "2020-01-02,2")
                .fault(drop)
                .startsWith("prices.csv:3: column \"date\": \"2020-01-32\" is not a date"));
    }
}
