package lstm.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import lstm.series.DecimalSign;

/** Tells why a column of numbers is hardly the one to forecast: by its name, or by its first numbers. */
final class UnlikelyTarget {
    /** Fewer numbers tell nothing. */
    private static final int FEWEST = 5;

    /** This many zeros and ones are hardly measurements. */
    private static final int FEWEST_FLAGS = 10;

    private static final int DAYS_OF_YEAR = 366;

    private static final Set<String> IDENTIFIERS = Set.of(
            ("id ids identifier uuid key code store shop station customer client item product sku article branch plant"
                            + " zip zipcode postcode postalcode plz fips geoid isbn rownum rowid unnamed")
                    .split(" "));

    private static final Set<String> ID_WORDS = Set.of("id", "ids", "identifier", "uuid", "key", "code");

    private static final Set<String> PLACES = Set.of("lat", "latitude", "lon", "lng", "long", "longitude");

    private static final Set<String> VOLUMES = Set.of("volume", "volumes", "vol", "vol.", "volumen");

    private static final Set<String> WEEKDAYS =
            Set.of("dayofweek", "weekday", "wday", "dow", "wochentag", "weekofyear", "dayofyear");

    private UnlikelyTarget() {}

    /** The reason, if there is one, as the end of a sentence about the column. */
    static Optional<String> reason(String name, List<String> cells) {
        double[] numbers = cells.stream()
                .map(NumberCell::of)
                .filter(cell -> cell != null)
                .mapToDouble(cell -> cell.value(DecimalSign.POINT))
                .filter(Double::isFinite)
                .toArray();
        return byName(name, numbers).or(() -> byNumbers(numbers));
    }

    private static Optional<String> byName(String name, double[] numbers) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        String[] words = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}.]+");
        String last = words.length == 0 ? "" : words[words.length - 1];
        boolean whole = all(numbers, value -> value == Math.rint(value));
        if (words.length > 0 && VOLUMES.contains(words[0])) {
            return Optional.of("is a volume by its name");
        } else if (PLACES.contains(plain)) {
            return Optional.of("is a place by its name");
        } else if (whole && (IDENTIFIERS.contains(plain) || ID_WORDS.contains(last))) {
            return Optional.of("is an identifier by its name");
        } else if (whole && isPartOfDate(name, plain, numbers)) {
            return Optional.of("is part of a date by its name");
        }
        return Optional.empty();
    }

    private static boolean isPartOfDate(String name, String plain, double[] numbers) {
        return WEEKDAYS.contains(plain)
                || DateNames.isPart(name)
                        && (all(numbers, value -> value >= 0 && value <= DAYS_OF_YEAR) || areYears(numbers));
    }

    private static Optional<String> byNumbers(double[] numbers) {
        if (numbers.length < FEWEST) {
            return Optional.empty();
        } else if (all(numbers, value -> value == numbers[0])) {
            return Optional.of("is always the same");
        } else if (steps(numbers, step -> step == 1) && (numbers[0] == 0 || numbers[0] == 1)) {
            return Optional.of("counts the rows");
        } else if (numbers.length >= FEWEST_FLAGS && all(numbers, value -> value == 0 || value == 1)) {
            return Optional.of("is 0 or 1");
        } else if (areYears(numbers)
                && (steps(numbers, step -> step == 0 || step == 1)
                        || steps(numbers, step -> step == 0 || step == -1))) {
            return Optional.of("counts years");
        }
        return Optional.empty();
    }

    private static boolean areYears(double[] numbers) {
        return all(numbers, value -> value == Math.rint(value) && value >= 1500 && value <= 2200);
    }

    private static boolean steps(double[] numbers, DoublePredicate suits) {
        for (int k = 1; k < numbers.length; k++) {
            if (!suits.test(numbers[k] - numbers[k - 1])) {
                return false;
            }
        }
        return true;
    }

    private static boolean all(double[] numbers, DoublePredicate suits) {
        return Arrays.stream(numbers).allMatch(suits);
    }
}
