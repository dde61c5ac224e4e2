package lstm.series;

import java.io.IOException;
import lstm.file.UserException;
import org.apache.commons.csv.CSVException;

/** Puts into words why a record could not be read. */
final class RecordFault {
    private RecordFault() {}

    /**
     * The message for a failure of the parser or of what stands below it.
     *
     * @param line where the record starts
     */
    static UserException of(Source source, long line, Limits limits, IOException e) {
        Place place = new Place(source.name(), line);
        if (e instanceof TextFault.At fault) {
            return new Place(source.name(), fault.line()).fault(fault.getMessage());
        } else if (e instanceof TextFault.TooLong) {
            return place.fault("the record that starts here is longer than " + limits.recordChars()
                    + " characters; close its quote or split it");
        } else if (e instanceof CSVException) {
            return place.fault("a quote that opens here is not closed, or text follows its close; write a quote inside"
                    + " quotes twice");
        }
        return source.refusal(e);
    }
}
