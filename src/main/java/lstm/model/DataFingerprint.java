package lstm.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import lstm.file.Sha256;
import lstm.series.Series;

/**
 * Identifies the series that a model was trained on, one or several.
 *
 * @param series number of series
 * @param rows total number of rows
 * @param trainRows number of training rows
 * @param first earliest stamp of any series
 * @param last latest stamp of any series
 * @param sha256 hash of all stamps and values, 64 hexadecimal digits: a training is only resumed on the same data
 */
public record DataFingerprint(int series, int rows, int trainRows, long first, long last, String sha256) {
    /** Checks the counts and the form of the hash. */
    public DataFingerprint {
        if (series < 1 || trainRows < series || trainRows > rows || first > last || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(trainRows + " of " + rows + " rows, " + first + " to " + last);
        }
    }

    /** One series. */
    public DataFingerprint(int rows, int trainRows, long first, long last, String sha256) {
        this(1, rows, trainRows, first, last, sha256);
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
                Sha256.end(digest));
    }

    /**
     * A series, with the hash of its stamps as big-endian 64-bit integers, followed by the values of each column in
     * turn as big-endian float64.
     *
     * @param trainRows number of training rows
     */
    public static DataFingerprint of(Series series, int trainRows) {
        MessageDigest digest = Sha256.start();
        ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);
        for (long stamp : series.stamps()) {
            digest.update(eight.putLong(0, stamp).rewind());
        }
        for (double[] column : series.values()) {
            for (double value : column) {
                digest.update(eight.putLong(0, Double.doubleToLongBits(value)).rewind());
            }
        }
        long[] stamps = series.stamps();
        return new DataFingerprint(stamps.length, trainRows, stamps[0], stamps[stamps.length - 1], Sha256.end(digest));
    }
}
