package lstm.csv;

import java.io.IOException;
import lstm.error.LstmException;
import org.apache.commons.csv.CSVException;

/** Puts into words why a record could not be read. */
final class RecordErrors {
    private RecordErrors() {}

    /**
     * The message for a failure of the parser or of what stands below it.
     *
     * @param line where the record starts
     */
    static LstmException of(CsvSource source, long line, CsvLimits limits, IOException e) {
        LineReference place = new LineReference(source.name(), line);
        if (e instanceof TextError.At fault) {
            return new LineReference(source.name(), fault.line()).fault(fault.getMessage());
        } else if (e instanceof TextError.TooLong) {
            return place.fault("the record that starts here is longer than " + limits.recordChars()
                    + " characters; close its quote or split it");
        } else if (e instanceof CSVException) {
            return place.fault("a quote that opens here is not closed, or text follows its close; write a quote inside"
                    + " quotes twice");
        }
        return source.refusal(e);
    }
}
