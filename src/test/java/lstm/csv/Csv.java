package lstm.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import lstm.error.LstmException;
import lstm.series.ReadOptions;
import lstm.series.Series;

/** A CSV called prices.csv whose text a test states. */
@SuppressWarnings("ArrayRecordComponent") // It is stated and read, never compared.
public record Csv(byte[] bytes) {
    public static Csv of(String... lines) {
        return new Csv((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    public Series read() throws LstmException {
        return read(ReadOptions.DEFAULT);
    }

    public Series read(ReadOptions options) throws LstmException {
        return read(options, CsvLimits.DEFAULT);
    }

    public Series read(ReadOptions options, CsvLimits limits) throws LstmException {
        return CsvReader.read(new CsvSource("prices.csv", () -> new ByteArrayInputStream(bytes)), options, limits);
    }

    /** The message with which reading fails; it must be one line of the kind DATA. */
    public String fault() {
        return fault(ReadOptions.DEFAULT);
    }

    public String fault(ReadOptions options) {
        return fault(options, CsvLimits.DEFAULT, LstmException.Kind.DATA);
    }

    public String fault(ReadOptions options, CsvLimits limits, LstmException.Kind kind) {
        LstmException fault = failure(options, limits);
        if (fault.kind() != kind || fault.getMessage().lines().count() != 1) {
            throw new AssertionError(fault.kind() + ": " + fault.getMessage());
        }
        return fault.getMessage();
    }

    /** The failure of reading. */
    public LstmException failure() {
        return failure(ReadOptions.DEFAULT, CsvLimits.DEFAULT);
    }

    private LstmException failure(ReadOptions options, CsvLimits limits) {
        return assertThrows(LstmException.class, () -> read(options, limits));
    }
}
