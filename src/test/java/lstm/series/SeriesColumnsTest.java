package lstm.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SeriesColumnsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 28);

    private static LocalDate[] days(int count) {
        LocalDate[] days = new LocalDate[count];
        for (int k = 0; k < count; k++) {
            days[k] = DAY.plusDays(k);
        }
        return days;
    }

    private static LstmException refusal(Kind kind, Executable action) {
        LstmException e = assertThrows(LstmException.class, action);
        assertEquals(kind, e.kind());
        assertEquals("shop", e.place().orElseThrow().source());
        return e;
    }

    @Test
    void targetsComeFirstAndWhatIsKnownAheadLast() throws Exception {
        Series series = SeriesColumns.named("shop")
                .dates(days(2))
                .knownAhead("price", new double[] {1, 2})
                .feature("visits", new double[] {3, 4})
                .target("units", new double[] {5, 6})
                .series();
        assertEquals(List.of("units", "visits", "price"), series.columns());
        assertEquals(new ColumnRoles(1, 1), series.roles());
        assertEquals("2024-02-29", series.stampText(1));
        assertArrayEquals(new double[] {5, 6}, series.column(0));
    }

    @Test
    void withoutDatesTheRowsAreNumbered() throws Exception {
        Series series = Series.of("shop", new double[] {5, 6});
        assertEquals(StampKind.NONE, series.kind());
        assertEquals(StampColumn.of(1, 2), series.stamps());
    }

    @Test
    void timesWithinADayAreKept() throws Exception {
        LocalDateTime noon = DAY.atTime(12, 0);
        Series series = Series.of("shop", new LocalDateTime[] {noon, noon.plusHours(1)}, new double[] {5, 6});
        assertEquals(StampKind.DATE_TIME, series.kind());
        assertEquals("2024-02-28T13:00", series.stampText(1));
    }

    @Test
    void aValueThatIsMissingIsRefusedUnlessAPolicyCoversIt() throws Exception {
        double[] values = {1, Double.NaN, 3};
        LstmException e = refusal(Kind.DATA, () -> SeriesColumns.named("shop")
                .dates(days(3))
                .target("units", values)
                .series());
        assertEquals("units", e.place().orElseThrow().column().orElseThrow());
        assertEquals(2, e.place().orElseThrow().line().orElseThrow());

        assertArrayEquals(new double[] {1, 3}, filled(values, Missing.DROP).column(0));
        assertArrayEquals(
                new double[] {1, 1, 3}, filled(values, Missing.FORWARD).column(0));
        assertArrayEquals(
                new double[] {1, 2, 3}, filled(values, Missing.INTERPOLATE).column(0));
        assertTrue(filled(values, Missing.MASK).masked().get(1));
    }

    private static Series filled(double[] values, Missing policy) throws LstmException {
        return SeriesColumns.named("shop")
                .dates(days(values.length))
                .target("units", values)
                .missing(policy)
                .series();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refusal(Kind.DATA, () -> SeriesColumns.named("shop")
                .dates(days(3))
                .target("units", new double[2])
                .series());
        refusal(Kind.DATA, () -> SeriesColumns.named("shop")
                .dates(DAY, DAY)
                .target("units", new double[2])
                .series());
        refusal(Kind.DATA, () -> SeriesColumns.named("shop")
                .target("units", new double[] {1, Double.POSITIVE_INFINITY})
                .missing(Missing.DROP)
                .series());
        refusal(
                Kind.DATA,
                () -> SeriesColumns.named("shop").target("units", new double[0]).series());
        refusal(Kind.USAGE, () -> SeriesColumns.named("shop").dates(days(1)).series());
        refusal(
                Kind.USAGE,
                () -> SeriesColumns.named("shop").target("units", new double[1]).feature("units", new double[1]));
    }
}
