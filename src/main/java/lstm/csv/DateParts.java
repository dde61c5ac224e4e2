package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.csv.DateColumns.Part;
import lstm.csv.DateColumns.Role;
import lstm.error.LstmException;

/** Finds columns that hold the stamp of a row together. */
final class DateParts {
    private static final Pattern PERIOD =
            Pattern.compile("(?:[MQSH]0?\\d|[MS]1[0-3]|[1-4]Q)", Pattern.CASE_INSENSITIVE);

    private final Header header;
    private final List<Row> rows;
    private final IntPredicate free;

    /** @param free whether a column may hold dates */
    DateParts(Header header, List<Row> rows, IntPredicate free) {
        this.header = header;
        this.rows = rows;
        this.free = free;
    }

    /**
     * The roles of columns that the user names: by their names, or else by their cells.
     *
     * @param formatGiven whether the user names the format as well, so that cells are read as they are
     * @throws LstmException if neither tells the role of one
     */
    DateColumns named(List<Integer> columns, boolean formatGiven) throws LstmException {
        if (columns.size() == 1) {
            return formatGiven ? DateColumns.of(columns.get(0)) : DateColumns.of(columns.get(0), header);
        }
        List<Integer> rest = new ArrayList<>(columns);
        List<Part> parts = new ArrayList<>();
        Optional<Integer> year = rest.stream().filter(this::isYear).findFirst();
        Integer first = year.or(() -> rest.stream()
                        .filter(column -> !holds(column, Role.CLOCK))
                        .findFirst())
                .orElse(rest.get(0));
        parts.add(new Part(first, year.isPresent() ? Role.YEAR : Role.DATE));
        rest.remove(first);
        for (Role role : Role.values()) {
            take(role, rest, parts, column -> suits(column, role));
        }
        for (Role role : List.of(Role.PERIOD, Role.MONTH, Role.DAY, Role.CLOCK)) {
            take(role, rest, parts, column -> holds(column, role) && isWide(column, role));
        }
        if (!rest.isEmpty()) {
            throw LstmException.data("its name and cells do not tell which part of the date it holds")
                    .remedy("rename it to year, month, day, hour, minute, quarter or week")
                    .at(header.place().column(header.name(rest.get(0))));
        }
        parts.sort((a, b) -> a.role().compareTo(b.role()));
        return new DateColumns(parts);
    }

    private boolean isYear(int column) {
        return holds(column, Role.YEAR) && !DateNames.suits(header.name(column), Role.CLOCK);
    }

    /** Gives a role that no column has to the first that suits. */
    private static void take(Role role, List<Integer> rest, List<Part> parts, IntPredicate suits) {
        if (parts.stream().noneMatch(part -> part.role() == role)) {
            rest.stream().filter(suits::test).findFirst().ifPresent(column -> {
                parts.add(new Part(column, role));
                rest.remove(column);
            });
        }
    }

    /** Whether cells go beyond what a shorter part of a date could be: months beyond quarters, days beyond months. */
    private boolean isWide(int column, Role role) {
        int beyond = role == Role.MONTH ? 4 : role == Role.DAY ? 12 : -1;
        return rows.stream()
                .map(row -> row.cell(column))
                .anyMatch(cell -> beyond < 0
                        || MonthNames.month(dotless(cell)) > 0
                        || CommonDateFormat.number(cell, 0, Math.min(2, cell.length())) > beyond);
    }

    /** A column of dates with each clock or hour that there is, and the minute beside the hour. */
    List<DateColumns> withClocks(DateColumns dates) {
        List<DateColumns> found = new ArrayList<>();
        columns(column -> holds(column, Role.CLOCK))
                .filter(column -> !dates.holds(column))
                .forEach(column -> found.add(plus(dates, new Part(column, Role.CLOCK))));
        columns(column -> suits(column, Role.HOUR))
                .filter(column -> !dates.holds(column))
                .forEach(column -> found.add(withMinute(plus(dates, new Part(column, Role.HOUR)))));
        return found;
    }

    /** Year with quarter, week, month or day of the year and what is below it; the longest first. */
    List<DateColumns> fromYears() {
        List<DateColumns> found = new ArrayList<>();
        columns(column -> suits(column, Role.YEAR)).forEach(year -> {
            DateColumns years = new DateColumns(List.of(new Part(year, Role.YEAR)));
            for (Role role : List.of(Role.MONTH, Role.DAY_OF_YEAR, Role.QUARTER, Role.PERIOD, Role.WEEK)) {
                first(role).map(column -> plus(years, new Part(column, role))).ifPresent(dates -> {
                    Optional<DateColumns> days = role == Role.MONTH
                            ? first(Role.DAY).map(column -> plus(dates, new Part(column, Role.DAY)))
                            : role == Role.DAY_OF_YEAR ? Optional.of(dates) : Optional.empty();
                    days.ifPresent(day -> found.addAll(withClocks(day)));
                    days.ifPresent(found::add);
                    found.add(dates);
                });
            }
        });
        return found.stream().distinct().toList();
    }

    private DateColumns withMinute(DateColumns dates) {
        return first(Role.MINUTE)
                .map(column -> plus(dates, new Part(column, Role.MINUTE)))
                .orElse(dates);
    }

    private static DateColumns plus(DateColumns dates, Part part) {
        return new DateColumns(
                Stream.concat(dates.parts().stream(), Stream.of(part)).toList());
    }

    private Optional<Integer> first(Role role) {
        return columns(column -> suits(column, role)).findFirst();
    }

    private Stream<Integer> columns(IntPredicate suits) {
        return IntStream.range(0, header.size()).filter(free).filter(suits).boxed();
    }

    private boolean suits(int column, Role role) {
        return DateNames.suits(header.name(column), role) && holds(column, role);
    }

    /** Whether nine in ten cells with a digit or a name of a month are what the role needs, and half of all. */
    private boolean holds(int column, Role role) {
        int fits = 0;
        int others = 0;
        for (Row row : rows) {
            String cell = row.cell(column);
            String number = cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
            boolean suits = !cell.isEmpty() && fits(column, role, number);
            fits += suits ? 1 : 0;
            others += !suits && OddLines.hasDigit(cell) ? 1 : 0;
        }
        return fits > 0 && (others * 9 <= fits || others == 1 && fits >= 3) && 2 * fits >= rows.size();
    }

    private boolean fits(int column, Role role, String cell) {
        int number = cell.length() > 4 ? -1 : CommonDateFormat.number(cell, 0, cell.length());
        return switch (role) {
            case DATE -> true;
            case YEAR -> cell.length() == 4 && number >= 1500 && number <= 2200;
            case QUARTER -> number >= 1 && number <= 4 || PERIOD.matcher(cell).matches();
            case PERIOD -> PERIOD.matcher(cell).matches();
            case WEEK -> number >= 1 && number <= 53 || cell.matches("[Ww]\\d{1,2}");
            case MONTH -> number >= 1 && number <= 12 && cell.length() <= 2 || MonthNames.month(dotless(cell)) > 0;
            case DAY -> number >= 1 && number <= 31 && cell.length() <= 2;
            case DAY_OF_YEAR -> number >= 1 && number <= 366;
            case CLOCK -> isClock(column, cell);
            case HOUR -> number >= 0 && number <= 24 && cell.length() <= 2;
            case MINUTE -> number >= 0 && number <= 59 && cell.length() <= 2;
        };
    }

    private static String dotless(String cell) {
        return cell.endsWith(".") ? cell.substring(0, cell.length() - 1) : cell;
    }

    /** A clock has a colon; four or six digits are one only in a column named so. */
    private boolean isClock(int column, String cell) {
        boolean colon = cell.indexOf(':') > 0;
        boolean digits = cell.length() == 4 || cell.length() == 6;
        return (colon || digits && DateNames.suits(header.name(column), Role.CLOCK))
                && ClockText.secondOfDay(DateColumns.clock(cell), 0) >= 0;
    }
}
