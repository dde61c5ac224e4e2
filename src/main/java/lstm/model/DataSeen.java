package lstm.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import lstm.series.Series;

/**
 * The series a model was trained on.
 *
 * @param rows in all
 * @param trainRows of these, the first ones, that scaler and weights were fitted on
 * @param first stamp
 * @param last stamp
 * @param sha256 of all its stamps and values, 64 hexadecimal digits: a training is only resumed on the same data
 */
public record DataSeen(int rows, int trainRows, long first, long last, String sha256) {
    /** Checks the counts and the form of the hash. */
    public DataSeen {
        if (trainRows < 1 || trainRows > rows || first > last || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(trainRows + " of " + rows + " rows, " + first + " to " + last);
        }
    }

    /**
     * A series, with the hash of its stamps as big-endian 64-bit integers, followed by the values of each column in
     * turn as big-endian float64.
     *
     * @param trainRows of its rows, the first ones, that are learned from
     */
    public static DataSeen of(Series series, int trainRows) {
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
        return new DataSeen(stamps.length, trainRows, stamps[0], stamps[stamps.length - 1], Sha256.end(digest));
    }
}
