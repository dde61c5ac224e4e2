package lstm.csv;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The columns that hold the stamp of a row: one, or several such as date and clock, or year, month and day, whose cells
 * are put together to the text of one stamp.
 *
 * @param parts in the order of their text, at least one
 */
record DateColumns(List<Part> parts) {
    private static final Pattern BARE = Pattern.compile("(\\d{4})[-/. ]?(\\d{1,2})");

    /** What a column tells of a stamp. */
    enum Role {
        /** All of it, or all but the time of day. */
        DATE,
        YEAR,
        QUARTER,
        /** A quarter or month with its letter: {@code M01}. */
        PERIOD,
        WEEK,
        MONTH,
        DAY,
        DAY_OF_YEAR,
        /** A time of day in one cell. */
        CLOCK,
        HOUR,
        MINUTE
    }

    /** A column and what it tells. */
    record Part(int column, Role role) {}

    DateColumns {
        parts = List.copyOf(parts);
    }

    static DateColumns of(int column) {
        return new DateColumns(List.of(new Part(column, Role.DATE)));
    }

    /** A column that holds all of it; where its name says so, bare numbers behind the year are weeks or quarters. */
    static DateColumns of(int column, Header header) {
        Role role = Stream.of(Role.WEEK, Role.QUARTER)
                .filter(possible -> DateNames.suits(header.name(column), possible))
                .findFirst()
                .orElse(Role.DATE);
        return new DateColumns(List.of(new Part(column, role)));
    }

    boolean holds(int column) {
        return parts.stream().anyMatch(part -> part.column == column);
    }

    List<String> names(Header header) {
        return parts.stream().map(part -> header.name(part.column)).toList();
    }

    /** The names as the setting for the date column takes them. */
    String name(Header header) {
        return String.join(",", names(header));
    }

    /** The text of the stamp of a row. */
    String text(Row row) {
        if (parts.size() == 1) {
            Part part = parts.get(0);
            return part.role == Role.DATE ? row.cell(part.column) : numbered(part.role, row.cell(part.column));
        }
        if (parts.stream().anyMatch(part -> row.cell(part.column).isEmpty())) {
            return parts.stream()
                    .map(part -> row.cell(part.column))
                    .filter(cell -> !cell.isEmpty())
                    .collect(joining(" "));
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            append(text, part.role, row.cell(part.column));
        }
        if (parts.get(parts.size() - 1).role == Role.HOUR && text.indexOf(":") < 0) {
            text.append(":00");
        }
        return text.toString();
    }

    /** {@code 2019-02} and {@code 201902} with the letter of what is counted. */
    private static String numbered(Role role, String cell) {
        Matcher bare = BARE.matcher(cell);
        return bare.matches() ? bare.group(1) + (role == Role.WEEK ? "-W" : "-Q") + bare.group(2) : cell;
    }

    private static void append(StringBuilder text, Role role, String cell) {
        String number = cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
        switch (role) {
            case DATE, YEAR -> text.append(role == Role.DATE ? cell : number);
            case QUARTER, WEEK ->
                text.append(Character.isDigit(number.charAt(0)) ? role == Role.QUARTER ? "-Q" : "-W" : "-")
                        .append(number);
            case PERIOD, MONTH, DAY -> text.append('-').append(number);
            case DAY_OF_YEAR ->
                text.append('-')
                        .append("0".repeat(Math.max(0, 3 - number.length())))
                        .append(number);
            case CLOCK -> text.append(' ').append(clock(cell));
            case HOUR ->
                text.append(' ').append(number.length() == 1 ? "0" : "").append(number);
            case MINUTE -> text.append(number.length() == 1 ? ":0" : ":").append(number);
        }
    }

    /** The beginning of a clock's interval; a clock of four or six digits gets its colons. */
    static String clock(String cell) {
        String start = ClockText.beginning(cell);
        int dash = start.indexOf('-');
        start = dash > 0 && start.indexOf(':', dash) > 0
                ? start.substring(0, dash).strip()
                : start;
        boolean digits = start.chars().allMatch(Character::isDigit);
        if (digits && start.length() == 4) {
            return start.substring(0, 2) + ":" + start.substring(2);
        }
        return digits && start.length() == 6
                ? start.substring(0, 2) + ":" + start.substring(2, 4) + ":" + start.substring(4)
                : start;
    }
}
