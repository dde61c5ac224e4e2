package lstm.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lstm.csv.DateColumns.Role;
import lstm.error.LstmException;
import lstm.series.SeriesNote;

/** Finds the columns of dates among the first rows when nobody has named them. */
final class DateFinder {
    private final Header header;
    private final ColumnSample sample;
    private final List<Row> rows;
    private final IntPredicate free;
    private final Optional<DateFormat> form;
    /** The formats of text; the one that was asked for, if one was. */
    private final List<DateFormat> forms;

    /** @param free whether a column may hold dates */
    DateFinder(Header header, ColumnSample sample, List<Row> rows, IntPredicate free, Optional<DateFormat> form) {
        this.header = header;
        this.sample = sample;
        this.rows = rows;
        this.free = free;
        this.form = form;
        // Any number may be one of seconds, but only some are likely.
        forms = form.map(asked -> asked instanceof NumberDateFormat number
                        ? List.<DateFormat>of(new NumberDateFormat(number.unit(), false))
                        : List.of(asked))
                .orElse(DateFormats.TEXT);
    }

    /**
     * The column whose dates move, or else several that move together.
     *
     * @throws LstmException if a column may hold dates or numbers
     */
    DateChoice find() throws LstmException {
        List<DateSample> texts = samples(forms);
        NumberDates numbers = new NumberDates(header, form.isPresent() ? List.of() : samples(NumberDateFormat.ALL));
        Optional<DateSample> single = Stream.concat(texts.stream(), numbers.clear())
                .filter(dates -> !dates.isConstant())
                .min(best());
        boolean year =
                single.isPresent() && single.get().forms().get(0).pattern().equals("yyyy");
        if (single.isPresent() && single.get().isStrict() && !year) {
            return chosen(single.get());
        }
        // A year alone may move as well, but months or quarters beside it belong to it.
        Optional<DateSample> found =
                together(texts).or(() -> single).or(() -> texts.stream().min(best()));
        return found.isPresent() ? chosen(found.get()) : none(numbers);
    }

    private List<DateSample> samples(List<DateFormat> wanted) {
        return columns(column -> true)
                .map(column -> DateSample.of(single(column), rows, wanted))
                .filter(DateSample::areDates)
                .toList();
    }

    private DateColumns single(int column) {
        return form.isPresent() ? DateColumns.of(column) : DateColumns.of(column, header);
    }

    private Stream<Integer> columns(IntPredicate suits) {
        return IntStream.range(0, header.size()).filter(free).filter(suits).boxed();
    }

    private Comparator<DateSample> best() {
        return Comparator.comparing((DateSample dates) -> DateNames.isWritten(name(dates)))
                .thenComparing(dates -> !dates.isStrict())
                .thenComparing(dates -> !DateNames.isCommon(name(dates)));
    }

    private String name(DateSample dates) {
        return dates.columns().name(header);
    }

    /** Dates with a clock, or years with what divides them: those that only rise or fall, or else any with a clock. */
    private Optional<DateSample> together(List<DateSample> texts) {
        DateParts parts = new DateParts(header, rows, free);
        List<DateColumns> possible = new ArrayList<>();
        texts.stream()
                .filter(DateSample::areMidnights)
                .sorted(best())
                .forEach(dates -> possible.addAll(parts.withClocks(dates.columns())));
        List<DateColumns> years = parts.fromYears();
        possible.addAll(years);
        List<DateFormat> wanted = form.map(List::of).orElse(DateFormats.TEXT);
        List<DateSample> read = possible.stream()
                .map(columns -> DateSample.of(columns, rows, wanted))
                .filter(DateSample::areDates)
                .toList();
        return read.stream()
                .filter(dates -> dates.isStrict() && !dates.isConstant())
                .findFirst()
                .or(() -> read.stream()
                        .filter(dates ->
                                hasClock(dates.columns()) || texts.isEmpty() && years.contains(dates.columns()))
                        .findFirst());
    }

    private static boolean hasClock(DateColumns columns) {
        return columns.parts().stream().anyMatch(part -> part.role() == Role.CLOCK);
    }

    private DateChoice chosen(DateSample dates) {
        boolean number = dates.forms().get(0) instanceof NumberDateFormat;
        List<DateFormat> reading = form.map(List::of).orElse(number ? dates.forms() : DateFormats.TEXT);
        return new DateChoice(Optional.of(dates.columns()), reading, Optional.empty());
    }

    private DateChoice none(NumberDates numbers) throws LstmException {
        // Read as dates, such a column names its first cell that is none.
        Optional<Integer> misread = columns(column -> isCommon(column) && !isPlain(column))
                .findFirst()
                .or(() -> columns(column -> DateNames.isDate(header.name(column)) && isMixed(column))
                        .findFirst());
        if (misread.isPresent()) {
            List<DateFormat> reading = form.map(List::of).orElse(DateFormats.ALL);
            return new DateChoice(Optional.of(single(misread.get())), reading, Optional.empty());
        } else if (form.isPresent()) {
            return samples(List.of(form.get())).stream()
                    .filter(dates -> DateNames.isDate(name(dates)))
                    .min(best())
                    .map(this::chosen)
                    .orElse(DateChoice.numbered(Optional.empty()));
        }
        numbers.refuseDoubt(rows);
        return DateChoice.numbered(columns(this::isCommon)
                .findFirst()
                .<SeriesNote>map(column -> new SeriesNote.RowsNumbered(header.name(column)))
                .or(() -> numbers.note())
                .or(() -> columns(column -> !isPlain(column))
                        .flatMap(this::unread)
                        .findFirst()));
    }

    private boolean isCommon(int column) {
        return DateNames.isCommon(header.name(column));
    }

    private boolean isPlain(int column) {
        return sample.bareNumbers(column) == 1
                && rows.stream().noneMatch(row -> forms.stream()
                        .anyMatch(text -> text.seconds(row.cell(column)) != DateFormat.NONE));
    }

    /** Whether cells count from 1970 on in several units. */
    private boolean isMixed(int column) {
        List<DateFormat> units = NumberDateFormat.ALL.stream()
                .filter(unit -> ((NumberDateFormat) unit).isEpoch())
                .toList();
        long read = rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> units.stream().anyMatch(unit -> unit.seconds(cell) != DateFormat.NONE))
                .count();
        return 10 * read >= 9L * rows.size();
    }

    /** A note if some cells of a column, or its name, look like dates. */
    private Stream<SeriesNote> unread(int column) {
        DateColumns columns = single(column);
        long most = 0;
        Row odd = rows.get(0);
        for (DateFormat text : DateFormats.TEXT) {
            List<Row> others = rows.stream()
                    .filter(row -> text.seconds(columns.text(row)) == DateFormat.NONE)
                    .toList();
            if (rows.size() - others.size() > most) {
                most = rows.size() - others.size();
                odd = others.isEmpty() ? odd : others.get(0);
            }
        }
        boolean named = DateNames.isDate(header.name(column)) && OddLines.hasDigit(odd.cell(column));
        return 2 * most >= rows.size() || named
                ? Stream.of(new SeriesNote.DatesUnread(header.name(column), odd.line(), odd.cell(column)))
                : Stream.empty();
    }
}
