package lstm.error;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A place in what was read.
 *
 * @param source a file as the user named it, or {@code stdin}
 * @param line from 1; empty if it is about the whole source
 * @param column the name of a column; empty if it is about a whole line
 */
public record Place(String source, OptionalLong line, Optional<String> column) {
    /** A whole file or other source. */
    public static Place of(String source) {
        return new Place(source, OptionalLong.empty(), Optional.empty());
    }

    /** A line of it. */
    public Place line(long number) {
        return new Place(source, OptionalLong.of(number), column);
    }

    /** A column of it. */
    public Place column(String name) {
        return new Place(source, line, Optional.of(name));
    }

    /** For example {@code prices.csv:17: column "Close"}. */
    @Override
    public String toString() {
        String number = line.isPresent() ? ":" + line.getAsLong() : "";
        return (source.isEmpty() ? "\"\"" : source)
                + number
                + column.map(name -> ": column " + LstmException.quote(name)).orElse("");
    }
}
