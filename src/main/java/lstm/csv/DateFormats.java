package lstm.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lstm.error.LstmException;

/** The date formats that are known by name. */
public final class DateFormats {
    /** Formats of dates that are not plain numbers, or so long that a plain number would hardly fit by chance. */
    static final List<DateFormat> TEXT = Stream.<DateFormat[]>of(
                    CommonDateFormat.values(), MonthNameFormat.values(), PeriodFormat.values(), WeekFormat.values())
            .flatMap(Arrays::stream)
            .toList();

    /** All that are detected. */
    static final List<DateFormat> ALL =
            Stream.concat(TEXT.stream(), NumberDateFormat.ALL.stream()).toList();

    private DateFormats() {}

    /**
     * The format of a name: a built-in one, or else one that the name spells as a pattern.
     *
     * @throws LstmException if it is neither
     */
    static DateFormat named(String name) throws LstmException {
        Optional<DateFormat> number = NumberDateFormat.ALL.stream()
                .filter(form -> form.pattern().equals(name) && name.chars().noneMatch(c -> c == 'y'))
                .findFirst()
                .map(form -> new NumberDateFormat(((NumberDateFormat) form).unit(), true));
        Optional<DateFormat> known = number.or(
                () -> TEXT.stream().filter(form -> form.pattern().equals(name)).findFirst());
        return known.isPresent() ? known.get() : new PatternDateFormat(name);
    }

    /** Whether a text names a format. */
    public static boolean isFormat(String text) {
        try {
            return named(text).pattern().equals(text);
        } catch (LstmException e) {
            return false;
        }
    }
}
