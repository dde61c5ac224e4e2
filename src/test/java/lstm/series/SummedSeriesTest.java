package lstm.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import lstm.error.LstmException;
import org.junit.jupiter.api.Test;

class SummedSeriesTest {
    private static Series from(int day, double... values) throws LstmException {
        LocalDate[] dates = IntStream.range(0, values.length)
                .mapToObj(k -> LocalDate.of(2024, 1, day + k))
                .toArray(LocalDate[]::new);
        return Series.of("y", dates, values);
    }

    @Test
    void aPartCountsAsNothingBeforeItBeginsAndAfterItEnds() throws Exception {
        Series sum = SummedSeries.of("sum", List.of(from(2, 1, 2, 3), from(1, 10, 20), from(4, 100, 200)));

        assertArrayEquals(new double[] {10, 21, 2, 103, 200}, sum.column(0));
        assertEquals("2024-01-01", sum.stampText(0));
    }

    @Test
    void aRowThatIsMaskedInAPartIsMasked() throws Exception {
        Series part = from(1, 1, 2, 3);
        part.masked().set(1);

        assertEquals(
                "{1}",
                SummedSeries.of("sum", List.of(from(1, 4, 5, 6), part)).masked().toString());
    }

    @Test
    void partsThatAgreeInTheKeptColumnsAreOfOneSum() throws Exception {
        List<SumGrouping> groupings =
                SumGrouping.of(List.of("state", "purpose , state"), true, List.of("state", "region", "purpose"));
        SeriesKey part = new SeriesKey(List.of("ACT", "Canberra", "Holiday"));

        assertEquals(
                List.of(List.of("ACT", "", ""), List.of("ACT", "", "Holiday"), List.of("", "", "")),
                groupings.stream().map(grouping -> grouping.of(part).values()).toList());
        assertEquals(
                "state=ACT,purpose=Holiday", groupings.get(1).of(part).text(List.of("state", "region", "purpose")));
        assertEquals("all", groupings.get(2).of(part).text(List.of("state", "region", "purpose")));
        LstmException e =
                assertThrows(LstmException.class, () -> SumGrouping.of(List.of("sate"), false, List.of("state")));
        assertTrue(e.getMessage().contains("did you mean \"state\""), e.getMessage());
    }
}
