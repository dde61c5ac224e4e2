package lstm.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import lstm.file.Sha256;
import lstm.prepare.Split;
import lstm.series.RowWeights;
import lstm.series.Series;
import lstm.series.StampColumn;
import lstm.series.StaticValue;

/**
 * Identifies the series that a model was trained on, one or several.
 *
 * @param series number of series
 * @param rows total number of rows
 * @param trainRows number of training rows
 * @param first earliest stamp of any series
 * @param last latest stamp of any series
 * @param sha256 hash of all stamps and values, 64 hexadecimal digits: a training is only resumed on the same data
 * @param use which rows taught and which chose; empty in models of earlier versions
 */
public record DataFingerprint(
        int series, int rows, int trainRows, long first, long last, String sha256, Optional<Use> use) {
    /** Numbers that are hashed at once. */
    private static final int BLOCK = 1024;

    /**
     * What the rows of a series were used for; of several series, the latest rows of any.
     *
     * @param trainedTo stamp of the last training row
     * @param chosenTo stamp of the last row that chose the epoch; the same if none did
     */
    public record Use(long trainedTo, long chosenTo) {
        /** Checks the order. */
        public Use {
            if (chosenTo < trainedTo) {
                throw new IllegalArgumentException("rows to " + chosenTo + " chose, after rows to " + trainedTo);
            }
        }
    }

    /** Checks the counts and the form of the hash. */
    public DataFingerprint {
        if (series < 1 || trainRows < series || trainRows > rows || first > last || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(trainRows + " of " + rows + " rows, " + first + " to " + last);
        }
        if (use.isPresent() && (use.get().trainedTo < first || use.get().chosenTo > last)) {
            throw new IllegalArgumentException("rows of " + first + " to " + last + " used as " + use.get());
        }
    }

    /** One series, without a word about what its rows were used for. */
    public DataFingerprint(int rows, int trainRows, long first, long last, String sha256) {
        this(1, rows, trainRows, first, last, sha256, Optional.empty());
    }

    /** The same without a word about what the rows were used for. */
    public DataFingerprint withoutUse() {
        return new DataFingerprint(series, rows, trainRows, first, last, sha256, Optional.empty());
    }

    /** The same after an earlier training, of whose rows some may be later than those that teach or choose here. */
    public DataFingerprint after(Use earlier) {
        Use own = use.orElseThrow();
        long trainedTo = Math.min(last, Math.max(own.trainedTo, earlier.trainedTo));
        long chosenTo = Math.min(last, Math.max(own.chosenTo, earlier.chosenTo));
        return new DataFingerprint(
                series, rows, trainRows, first, last, sha256, Optional.of(new Use(trainedTo, chosenTo)));
    }

    /** What the rows were used for; where that is not known, all of them chose, and taught if none were held out. */
    public Use knownUse() {
        return use.orElse(new Use(trainRows == rows ? last : first, last));
    }

    /** Whether both are the same data with as many training rows, as far as both say what rows were used for. */
    public boolean isSameAs(DataFingerprint other) {
        return use.isPresent() && other.use.isPresent()
                ? equals(other)
                : withoutUse().equals(other.withoutUse());
    }

    /**
     * Several series, with the hash of their hashes, 64 letters each, in this order.
     *
     * @param each at least two
     * @throws ArithmeticException if the number of rows overflows an int
     */
    public static DataFingerprint of(List<DataFingerprint> each) {
        MessageDigest digest = Sha256.start();
        int rows = 0;
        int trainRows = 0;
        for (DataFingerprint one : each) {
            digest.update(one.sha256.getBytes(StandardCharsets.US_ASCII));
            rows = Math.addExact(rows, one.rows);
            trainRows = Math.addExact(trainRows, one.trainRows);
        }
        return new DataFingerprint(
                each.size(),
                rows,
                trainRows,
                each.stream().mapToLong(DataFingerprint::first).min().orElseThrow(),
                each.stream().mapToLong(DataFingerprint::last).max().orElseThrow(),
                Sha256.end(digest),
                latest(each));
    }

    private static Optional<Use> latest(List<DataFingerprint> each) {
        List<Use> uses = each.stream().flatMap(one -> one.use.stream()).toList();
        return uses.size() < each.size()
                ? Optional.empty()
                : Optional.of(new Use(
                        uses.stream().mapToLong(Use::trainedTo).max().orElseThrow(),
                        uses.stream().mapToLong(Use::chosenTo).max().orElseThrow()));
    }

    private static void update(MessageDigest digest, int rows, IntToLongFunction bits) {
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Long.BYTES);
        for (int row = 0; row < rows; row++) {
            block.putLong(bits.applyAsLong(row));
            if (!block.hasRemaining() || row == rows - 1) {
                digest.update(block.flip());
                block.clear();
            }
        }
    }

    /**
     * A series, with the hash of its stamps as big-endian 64-bit integers, followed by the values of each column in
     * turn as big-endian float64, the column of weights last.
     *
     * @param split of its rows
     */
    public static DataFingerprint of(Series series, Split split) {
        MessageDigest digest = Sha256.start();
        StampColumn stamps = series.stamps();
        update(digest, stamps.size(), stamps::at);
        for (double[] column : series.values()) {
            update(digest, column.length, row -> Double.doubleToLongBits(column[row]));
        }
        series.weights()
                .map(RowWeights::values)
                .ifPresent(weights -> update(digest, weights.size(), row -> Double.doubleToLongBits(weights.at(row))));
        for (StaticValue fact : series.statics()) {
            digest.update(fact.text().getBytes(StandardCharsets.UTF_8));
            update(digest, 1, row -> Double.doubleToLongBits(fact.number()));
        }
        int chosenTo = split.heldRows() == 0 ? split.trainRows() : split.chosenTo();
        return new DataFingerprint(
                1,
                stamps.size(),
                split.trainRows(),
                stamps.at(0),
                stamps.last(),
                Sha256.end(digest),
                Optional.of(new Use(stamps.at(split.trainRows() - 1), stamps.at(chosenTo - 1))));
    }
}
