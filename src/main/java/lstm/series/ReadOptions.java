package lstm.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;

/**
 * How to read a CSV; everything left empty is detected.
 *
 * @param target the column to forecast
 * @param features further columns, in the order in which the series shall hold them
 * @param date the column of time stamps; several that are put together, joined by commas; or {@code none}: the rows are
 *     numbered
 * @param delimiter what stands between two fields
 * @param dateFormat a pattern of {@link java.time.format.DateTimeFormatter}, or a word such as {@code quarter},
 *     {@code week}, {@code excel} or {@code epoch-millis}
 * @param missing what to do about cells without a number
 * @param numbers how numbers are written
 * @param missingMarks numbers that stand for a missing value; empty if none is known, an empty list if none is one
 * @param headerLine the line with the names of the columns; {@link #NO_HEADER} if none has them
 * @param roles which of the columns are targets, and which are known ahead: the target and the first features, and the
 *     last features
 */
public record ReadOptions(
        Optional<String> target,
        List<String> features,
        Optional<String> date,
        Optional<Character> delimiter,
        Optional<String> dateFormat,
        Missing missing,
        NumberStyle numbers,
        Optional<List<Double>> missingMarks,
        Optional<Integer> headerLine,
        ColumnRoles roles) {
    /** The columns have no names, and are called c1, c2 and so on. */
    public static final int NO_HEADER = 0;

    /** Everything is detected, and a missing value is an error. */
    public static final ReadOptions DEFAULT = new ReadOptions(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Missing.ERROR,
            NumberStyle.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            ColumnRoles.ONE_TARGET);

    /** Copies the lists. */
    public ReadOptions {
        features = List.copyOf(features);
        missingMarks = missingMarks.map(List::copyOf);
    }

    /**
     * Options that name the columns and their roles.
     *
     * @param targets to forecast; if empty, the file's only or usual column
     * @param features known for the past only
     * @param knownAhead known ahead of time
     */
    public static ReadOptions columns(List<String> targets, List<String> features, List<String> knownAhead) {
        List<String> others = new ArrayList<>(targets.subList(Math.min(1, targets.size()), targets.size()));
        others.addAll(features);
        others.addAll(knownAhead);
        ReadOptions named =
                DEFAULT.withFeatures(others).withRoles(new ColumnRoles(Math.max(1, targets.size()), knownAhead.size()));
        return targets.isEmpty() ? named : named.withTarget(targets.get(0));
    }

    /** The same with these roles of the columns. */
    public ReadOptions withRoles(ColumnRoles other) {
        return new ReadOptions(
                target, features, date, delimiter, dateFormat, missing, numbers, missingMarks, headerLine, other);
    }

    /** The same with these columns that tell several series apart. */
    public ReadOptions withKeys(List<String> names) {
        return withRoles(roles.with(names, roles.layout()));
    }

    /** The same with these columns that hold one value per series. */
    public ReadOptions withStatics(List<StaticColumn> columns) {
        return withRoles(roles.with(columns));
    }

    /** The columns that hold one value per series. */
    public List<StaticColumn> statics() {
        return roles.statics();
    }

    /**
     * The same for a table of this layout; where each column or each row is a series and nothing names the key column
     * or the target, they are called {@link TableLayout#KEY} and {@link TableLayout#VALUE}.
     */
    public ReadOptions withLayout(TableLayout layout) {
        boolean named = layout.form() != TableLayout.Form.WIDE || !keys().isEmpty();
        List<String> by = named ? keys() : List.of(TableLayout.KEY);
        ReadOptions options = withRoles(roles.with(by, layout));
        return layout.isLong() || target.isPresent() ? options : options.withTarget(TableLayout.VALUE);
    }

    /**
     * The same with each target as a series of its own, which is called {@link TableLayout#VALUE} in all of them; the
     * other columns are for all of them.
     *
     * @throws LstmException of kind {@code USAGE} if there are too few targets, or the file is a table already
     */
    public ReadOptions withEachTarget() throws LstmException {
        List<String> columns = new ArrayList<>(target.map(List::of).orElse(List.of()));
        columns.addAll(features.subList(0, roles.targets() - 1));
        List<String> shared = features.subList(roles.targets() - 1, features.size());
        checkEachTarget(columns, shared);
        TableLayout layout = new TableLayout(TableLayout.Form.WIDE, Optional.empty(), Optional.empty(), columns);
        ColumnRoles single = new ColumnRoles(
                1, roles.knownAhead(), List.of(TableLayout.SERIES), layout, Optional.empty(), List.of());
        return withTarget(TableLayout.VALUE).withFeatures(shared).withRoles(single);
    }

    private void checkEachTarget(List<String> targets, List<String> shared) throws LstmException {
        if (!keys().isEmpty() || weight().isPresent() || !statics().isEmpty()) {
            throw LstmException.usage(
                            Setting.EACH_TARGET, " makes each target a series, and the file is a table of series")
                    .remedy("leave it out, or read the file without ", Setting.BY, " and ", Setting.LAYOUT);
        } else if (targets.size() < 2 || targets.size() > TableLayout.MOST_TARGETS) {
            throw LstmException.usage(Setting.EACH_TARGET, " is for 2 to ", TableLayout.MOST_TARGETS, " targets")
                    .remedy("give each with ", Setting.TARGET, ", or leave it out");
        } else if (new HashSet<>(targets).size() < targets.size()) {
            throw LstmException.usage(Setting.EACH_TARGET, ": a target is given twice")
                    .remedy("give each once");
        }
        for (String name : List.of(TableLayout.VALUE, TableLayout.SERIES)) {
            if (shared.contains(name) || date.equals(Optional.of(name))) {
                throw LstmException.usage(Setting.EACH_TARGET, " calls a column of its own ", LstmException.quote(name))
                        .remedy("rename that column of the file");
            }
        }
    }

    /** How the series of a table lie in its file. */
    public TableLayout layout() {
        return roles.layout();
    }

    /** Names of the columns that tell the series of a table apart; empty if the file is one series. */
    public List<String> keys() {
        return roles.keys();
    }

    /** The same with series that this column weighs; empty if they count alike. */
    public ReadOptions withWeight(Optional<String> column) {
        return withRoles(roles.with(column));
    }

    /** The same for forecasts, which no weight changes: other files need not have the column. */
    public ReadOptions withoutWeight() {
        return withWeight(Optional.empty());
    }

    /** The name of the column that says what each series of a table counts. */
    public Optional<String> weight() {
        return roles.weight();
    }

    /** The same with this target. */
    public ReadOptions withTarget(String name) {
        return new ReadOptions(
                Optional.of(name),
                features,
                date,
                delimiter,
                dateFormat,
                missing,
                numbers,
                missingMarks,
                headerLine,
                roles);
    }

    /** The same with these features. */
    public ReadOptions withFeatures(List<String> names) {
        return new ReadOptions(
                target, names, date, delimiter, dateFormat, missing, numbers, missingMarks, headerLine, roles);
    }

    /** The same with this date column. */
    public ReadOptions withDate(String name) {
        return new ReadOptions(
                target,
                features,
                Optional.of(name),
                delimiter,
                dateFormat,
                missing,
                numbers,
                missingMarks,
                headerLine,
                roles);
    }

    /** The same with this delimiter. */
    public ReadOptions withDelimiter(char character) {
        return new ReadOptions(
                target,
                features,
                date,
                Optional.of(character),
                dateFormat,
                missing,
                numbers,
                missingMarks,
                headerLine,
                roles);
    }

    /** The same with this pattern of dates. */
    public ReadOptions withDateFormat(String pattern) {
        return new ReadOptions(
                target,
                features,
                date,
                delimiter,
                Optional.of(pattern),
                missing,
                numbers,
                missingMarks,
                headerLine,
                roles);
    }

    /** The same with this policy for missing values. */
    public ReadOptions withMissing(Missing policy) {
        return new ReadOptions(
                target, features, date, delimiter, dateFormat, policy, numbers, missingMarks, headerLine, roles);
    }

    /** The same with numbers that are written so. */
    public ReadOptions withNumbers(NumberStyle style) {
        return new ReadOptions(
                target, features, date, delimiter, dateFormat, missing, style, missingMarks, headerLine, roles);
    }

    /** The same with these marks of missing values, none if the list is empty. */
    public ReadOptions withMissingMarks(List<Double> marks) {
        return new ReadOptions(
                target, features, date, delimiter, dateFormat, missing, numbers, Optional.of(marks), headerLine, roles);
    }

    /** The same with this line of the names, or {@link #NO_HEADER}. */
    public ReadOptions withHeaderLine(int line) {
        return new ReadOptions(
                target,
                features,
                date,
                delimiter,
                dateFormat,
                missing,
                numbers,
                missingMarks,
                Optional.of(line),
                roles);
    }

    /** Whether a character can stand between two fields: not a quote, and not the end of a line. */
    public static boolean isDelimiter(char character) {
        return "\"\r\n\0\ufeff".indexOf(character) < 0;
    }
}
