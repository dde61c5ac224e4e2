package lstm.model;

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
}
