package lstm.csv;

import java.io.IOException;
import lstm.error.LstmException;
import lstm.error.Place;
import org.apache.commons.csv.CSVException;

/** Tells why a record could not be read. */
final class RecordErrors {
    private RecordErrors() {}

    /**
     * The failure behind an exception of the parser or of the stream below it.
     *
     * @param line where the record starts
     */
    static LstmException of(CsvSource source, long line, CsvLimits limits, IOException e) {
        Place place = Place.of(source.name()).line(line);
        if (e instanceof TextError.At fault) {
            return LstmException.data(fault.getMessage()).remedy(fault.remedy()).at(place.line(fault.line()));
        } else if (e instanceof TextError.TooLong) {
            return LstmException.data(
                            "the record that starts here is longer than ", limits.recordChars(), " characters")
                    .remedy("close its quote or split it")
                    .at(place);
        } else if (e instanceof CSVException) {
            return LstmException.data("a quote that opens here is not closed, or text follows the closing quote")
                    .remedy("write a quote inside quotes twice")
                    .at(place);
        }
        return source.refusal(e);
    }
}
