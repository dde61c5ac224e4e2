package lstm.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.error.Setting;
import lstm.series.OddLine;
import lstm.series.ReadOptions;
import lstm.series.SeriesNote;
import lstm.series.TableLayout;

/**
 * Where the table of a CSV begins.
 *
 * @param delimiter what separates its fields
 * @param linesBefore lines above it, which have been skipped
 * @param talk why they were skipped, if they hold text
 */
record TableStart(char delimiter, long linesBefore, Optional<SeriesNote> talk) {
    private static final int LISTED = 5;

    /**
     * Finds the table and skips what stands above it: a line {@code sep=;}, titles, comments.
     *
     * @throws LstmException if the delimiter or line that was asked for cannot be, or the table has no names
     */
    static TableStart find(TextReader text, ReadOptions options, String source) throws IOException, LstmException {
        if (options.delimiter().isPresent()
                && !ReadOptions.isDelimiter(options.delimiter().get())) {
            String character = LstmException.quote(options.delimiter().get().toString());
            throw LstmException.usage(Setting.DELIMITER, ": ", character, " cannot separate fields")
                    .remedy("use , ; | or a tab");
        }
        String head = text.head();
        int separator = Delimiter.separatorLine(head);
        Optional<Character> known =
                options.delimiter().or(() -> separator > 0 ? Optional.of(head.charAt(4)) : Optional.empty());
        int asked = options.headerLine().orElse(ReadOptions.NO_HEADER);
        // Rows that are series differ in length, so that nothing but their order tells which is the first.
        boolean atOnce = options.layout().form() == TableLayout.Form.ROWS;
        if (asked > ReadOptions.NO_HEADER || atOnce) {
            return atLine(text, Math.max(1, asked), known, source);
        }
        boolean named = options.headerLine().isEmpty();
        int first = separator > 0 ? 2 : 1;
        List<HeadRecord> records = HeadRecord.of(head, separator, first, text.headIsAll());
        if (records.isEmpty()) {
            text.skipHead(separator);
            return new TableStart(known.orElse(','), first - 1L, Optional.empty());
        }
        char delimiter = known.orElseGet(() -> Delimiter.detect(records));
        HeaderSearch search = new HeaderSearch(records, delimiter);
        int start = named ? search.header() : search.table();
        if (start == HeaderSearch.NONE) {
            throw unnamed(records.get(search.table()), source);
        }
        text.skipHead(records.get(start).start());
        return new TableStart(delimiter, records.get(start).line() - 1, talk(records, start));
    }

    private static TableStart atLine(TextReader text, int line, Optional<Character> known, String source)
            throws IOException, LstmException {
        boolean there = text.skipLines(line - 1L);
        List<HeadRecord> records = there ? HeadRecord.of(text.head(), 0, line, text.headIsAll()) : List.of();
        if (records.isEmpty() || records.get(0).line() > line) {
            throw LstmException.data(there ? "is blank" : "the file ends before this line")
                    .remedy("give the line with the names of the columns as ", Setting.HEADER_LINE)
                    .at(Place.of(source).line(line));
        }
        return new TableStart(known.orElseGet(() -> Delimiter.detect(records)), line - 1L, Optional.empty());
    }

    private static LstmException unnamed(HeadRecord record, String source) {
        return unnamed(Place.of(source).line(record.line()));
    }

    /** The failure of a file whose first line is no header. */
    static LstmException unnamed(Place header) {
        return LstmException.data("this line holds values, and no line above it names the columns")
                .remedy(
                        "add ",
                        Setting.NO_HEADER,
                        " to name them c1, c2 and so on, or ",
                        Setting.HEADER_LINE.to(header.line().orElseThrow()),
                        " if these are their names")
                .at(header);
    }

    private static Optional<SeriesNote> talk(List<HeadRecord> records, int start) {
        List<OddLine> above = records.subList(0, start).stream()
                .limit(LISTED)
                .map(record -> new OddLine(record.line(), record.text().strip()))
                .toList();
        return start == 0
                ? Optional.empty()
                : Optional.of(new SeriesNote.LinesAbove(records.get(start).line(), start, above));
    }
}
