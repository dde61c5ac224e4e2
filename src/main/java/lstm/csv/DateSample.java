package lstm.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import lstm.series.StampKind;

/**
 * How the first rows of some columns read as dates.
 *
 * @param columns that were read
 * @param forms the formats that nine in ten of the cells with a digit have, and at least half of all cells
 * @param stamps as the first of the formats reads them, those cells left out that it does not read
 * @param odd the first row with another cell; null if there is none; of no meaning if there are several formats
 */
@SuppressWarnings("ArrayRecordComponent") // It is looked at and dropped, never compared.
record DateSample(DateColumns columns, List<DateFormat> forms, long[] stamps, Row odd) {
    /** One cell in this many may be something other than a date. */
    private static final int ONE_IN = 10;

    /** With this many dates, one odd cell never disqualifies a column. */
    private static final int ENOUGH = 3;

    /** Reads the rows in each of the formats. */
    static DateSample of(DateColumns columns, List<Row> rows, List<DateFormat> forms) {
        List<DateFormat> suitable = new ArrayList<>();
        List<long[]> read = new ArrayList<>();
        Row[] odd = new Row[1];
        for (DateFormat form : forms) {
            long[] stamps = stamps(columns, rows, form, odd);
            if (stamps.length > 0) {
                suitable.add(form);
                read.add(stamps);
            }
        }
        long[] stamps = read.stream()
                .filter(DateSample::isStrict)
                .findFirst()
                .orElseGet(() -> read.isEmpty() ? new long[0] : read.get(0));
        return new DateSample(columns, suitable, stamps, odd[0]);
    }

    /**
     * The stamps in a format; none if too few cells have it.
     *
     * @param odd takes the first row that does not have it
     */
    private static long[] stamps(DateColumns columns, List<Row> rows, DateFormat form, Row[] odd) {
        long[] stamps = new long[0];
        ShortYears years = new ShortYears();
        int size = 0;
        int others = 0;
        for (Row row : rows) {
            String text = columns.text(row);
            long stamp = seconds(form, text);
            if (stamp != DateFormat.NONE) {
                stamps = size == 0 ? new long[rows.size()] : stamps;
                stamps[size++] = form.hasShortYear() ? years.next(stamp) : stamp;
                continue;
            }
            odd[0] = odd[0] == null ? row : odd[0];
            others += OddLines.hasDigit(text) ? 1 : 0;
            if (others > 1 && others * ONE_IN > rows.size()) {
                return new long[0];
            }
        }
        return isEnough(size, others, rows.size()) ? Arrays.copyOf(stamps, size) : new long[0];
    }

    private static long seconds(DateFormat form, String text) {
        long stamp = form.seconds(text);
        String beginning = stamp == DateFormat.NONE ? ClockText.beginning(text) : text;
        return beginning.equals(text) ? stamp : form.seconds(beginning);
    }

    private static boolean isEnough(long dates, int others, int rows) {
        boolean few = others * (ONE_IN - 1) <= dates || others == 1 && dates >= ENOUGH;
        return dates > 0 && few && 2 * dates >= rows;
    }

    boolean areDates() {
        return !forms.isEmpty();
    }

    /** Whether the stamps only rise or only fall. */
    boolean isStrict() {
        return isStrict(stamps);
    }

    private static boolean isStrict(long[] stamps) {
        return Arrays.stream(gaps(stamps)).allMatch(gap -> gap > 0)
                || Arrays.stream(gaps(stamps)).allMatch(gap -> gap < 0);
    }

    boolean isConstant() {
        return stamps.length > 1 && Arrays.stream(gaps(stamps)).allMatch(gap -> gap == 0);
    }

    /** Whether most of the gaps are equal. */
    boolean isRegular() {
        long[] sorted = Arrays.stream(gaps(stamps)).sorted().toArray();
        long middle = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        return 2 * LongStream.of(sorted).filter(gap -> gap == middle).count() > sorted.length;
    }

    /** Whether no stamp has a time of day. */
    boolean areMidnights() {
        return Arrays.stream(stamps).allMatch(stamp -> Math.floorMod(stamp, StampKind.DAY) == 0);
    }

    private static long[] gaps(long[] stamps) {
        long[] gaps = new long[Math.max(0, stamps.length - 1)];
        Arrays.setAll(gaps, k -> stamps[k + 1] - stamps[k]);
        return gaps;
    }
}
