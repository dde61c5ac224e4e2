package lstm.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import lstm.file.UserException;

/** A CSV called prices.csv whose text a test states. */
@SuppressWarnings("ArrayRecordComponent") // It is stated and read, never compared.
record Csv(byte[] bytes) {
    static Csv of(String... lines) {
        return new Csv((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    Series read() throws UserException {
        return read(ReadOptions.DEFAULT);
    }

    Series read(ReadOptions options) throws UserException {
        return read(options, Limits.DEFAULT);
    }

    Series read(ReadOptions options, Limits limits) throws UserException {
        return CsvReader.read(new Source("prices.csv", () -> new ByteArrayInputStream(bytes)), options, limits);
    }

    /** The message with which reading fails; it must be one line of the kind DATA. */
    String fault() {
        return fault(ReadOptions.DEFAULT);
    }

    String fault(ReadOptions options) {
        return fault(options, Limits.DEFAULT, UserException.Kind.DATA);
    }

    String fault(ReadOptions options, Limits limits, UserException.Kind kind) {
        UserException fault = assertThrows(UserException.class, () -> read(options, limits));
        if (fault.kind() != kind || fault.getMessage().lines().count() != 1) {
            throw new AssertionError(fault.kind() + ": " + fault.getMessage());
        }
        return fault.getMessage();
    }
}
