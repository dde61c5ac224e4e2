package lstm.series;

import java.util.List;
import java.util.Optional;

/**
 * What the user says about a CSV; everything left empty is found out from the file.
 *
 * @param target the column to forecast
 * @param features further columns, in the order in which the series shall hold them
 * @param date the column of time stamps
 * @param delimiter what stands between two fields
 * @param dateFormat a pattern of {@link java.time.format.DateTimeFormatter}, with English names
 * @param missing what becomes of cells without a number
 */
public record ReadOptions(
        Optional<String> target,
        List<String> features,
        Optional<String> date,
        Optional<Character> delimiter,
        Optional<String> dateFormat,
        Missing missing) {
    /** Everything is found out from the file, and a missing value is an error. */
    public static final ReadOptions DEFAULT = new ReadOptions(
            Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Missing.ERROR);

    /** Copies the list. */
    public ReadOptions {
        features = List.copyOf(features);
    }

    /** The same with this target. */
    public ReadOptions withTarget(String name) {
        return new ReadOptions(Optional.of(name), features, date, delimiter, dateFormat, missing);
    }

    /** The same with these features. */
    public ReadOptions withFeatures(List<String> names) {
        return new ReadOptions(target, names, date, delimiter, dateFormat, missing);
    }

    /** The same with this date column. */
    public ReadOptions withDate(String name) {
        return new ReadOptions(target, features, Optional.of(name), delimiter, dateFormat, missing);
    }

    /** The same with this delimiter. */
    public ReadOptions withDelimiter(char character) {
        return new ReadOptions(target, features, date, Optional.of(character), dateFormat, missing);
    }

    /** The same with this pattern of dates. */
    public ReadOptions withDateFormat(String pattern) {
        return new ReadOptions(target, features, date, delimiter, Optional.of(pattern), missing);
    }

    /** The same with this answer to missing values. */
    public ReadOptions withMissing(Missing policy) {
        return new ReadOptions(target, features, date, delimiter, dateFormat, policy);
    }

    /** Whether a character can stand between two fields: not a quote, and not the end of a line. */
    public static boolean isDelimiter(char character) {
        return "\"\r\n\0\ufeff".indexOf(character) < 0;
    }
}
