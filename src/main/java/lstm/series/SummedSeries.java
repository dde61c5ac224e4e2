package lstm.series;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/** Adds up series of the same columns. */
public final class SummedSeries {
    private SummedSeries() {}

    /**
     * The sums of the values that the parts have at each stamp; a part counts as nothing before it begins and after it
     * ends. A row is masked where it is in a part.
     *
     * @param source the name of the sum
     * @param parts at least one
     */
    public static Series of(String source, List<Series> parts) {
        Series first = parts.get(0);
        long[] stamps = stamps(parts);
        double[][] sums = new double[first.columns().size()][stamps.length];
        BitSet masked = new BitSet();
        BitSet bridged = new BitSet();
        for (Series part : parts) {
            double[][] values = part.values();
            int row = Arrays.binarySearch(stamps, part.stamps().at(0));
            for (int own = 0; own < part.rows(); own++, row++) {
                while (stamps[row] < part.stamps().at(own)) {
                    row++;
                }
                for (int column = 0; column < sums.length; column++) {
                    sums[column][row] += values[column][own];
                }
                if (part.masked().get(own)) {
                    masked.set(row);
                }
                if (part.bridged().get(own)) {
                    bridged.set(row);
                }
            }
        }
        return new Series(
                source,
                first.columns(),
                sums,
                StampColumn.of(stamps),
                first.kind(),
                first.dateColumn(),
                first.targetReason(),
                List.of(),
                masked,
                bridged,
                first.reading().withStatics(List.of()));
    }

    /** Those of any part, ascending. Most parts have the same, so that hardly any are merged. */
    private static long[] stamps(List<Series> parts) {
        long[] all = parts.get(0).stamps().toArray();
        for (Series part : parts) {
            StampColumn own = part.stamps();
            long[] known = all;
            if (own.stream().anyMatch(stamp -> Arrays.binarySearch(known, stamp) < 0)) {
                all = LongStream.concat(Arrays.stream(all), own.stream())
                        .sorted()
                        .distinct()
                        .toArray();
            }
        }
        return all;
    }
}
