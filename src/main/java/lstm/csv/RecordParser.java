package lstm.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/**
 * Splits a text into records and these into fields without surrounding spaces. Most files hold hardly a quote, and a
 * line without one is split right here, several times as fast as by the CSV parser, which takes all others.
 */
final class RecordParser {
    private final TextReader text;
    private final char delimiter;
    private final CSVParser parser;
    private final Iterator<CSVRecord> quoted;
    private long next;
    private long line;

    /** Of the latest plain line; the next has as many in all likelihood. */
    private int fields = 1;

    /**
     * Begins where the text stands.
     *
     * @param firstLine the number of the line that begins there
     */
    RecordParser(TextReader text, char delimiter, long firstLine) throws IOException {
        this.text = text;
        this.delimiter = delimiter;
        parser =
                CSVParser.builder().setReader(text).setFormat(format(delimiter)).get();
        quoted = parser.iterator();
        next = firstLine;
    }

    /** This quote mode distinguishes quoted empty fields from unquoted ones. */
    static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setQuoteMode(QuoteMode.ALL_NON_NULL)
                .get();
    }

    /** The fields of the next record that is not a blank line; null at the end. */
    String[] next() throws IOException {
        while (true) {
            line = next;
            int length = text.plainLine();
            if (length == TextReader.NO_LINE) {
                CSVRecord record = parsed();
                if (record == null || record.size() > 1 || record.get(0) != null) {
                    return record == null ? null : stripped(record.values());
                }
            } else {
                next++;
                String[] cells = split(text.held(), text.position(), text.position() + length);
                text.skipPlainLine(length);
                if (cells.length > 1 || !cells[0].isEmpty()) {
                    return cells;
                }
            }
        }
    }

    /** The line on which the latest record starts, or would start if there were another. */
    long line() {
        return line;
    }

    private CSVRecord parsed() throws IOException {
        try {
            long before = parser.getCurrentLineNumber();
            CSVRecord record = quoted.hasNext() ? quoted.next() : null;
            text.recordEnds();
            next += parser.getCurrentLineNumber() - before;
            return record;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String[] stripped(String[] cells) {
        for (int k = 0; k < cells.length; k++) {
            cells[k] = cells[k] == null ? "" : cells[k].strip();
        }
        return cells;
    }

    private String[] split(char[] all, int start, int end) {
        String[] cells = new String[fields];
        int count = 0;
        for (int from = start; from <= end; ) {
            int to = from;
            while (to < end && all[to] != delimiter) {
                to++;
            }
            cells = count < cells.length ? cells : Arrays.copyOf(cells, 2 * count);
            cells[count++] = stripped(all, from, to);
            from = to + 1;
        }
        fields = count;
        return count == cells.length ? cells : Arrays.copyOf(cells, count);
    }

    private static String stripped(char[] all, int from, int to) {
        String cell = new String(all, from, to - from);
        return from < to && (isPlain(all[from]) && isPlain(all[to - 1])) ? cell : cell.strip();
    }

    /** Whether a character is no space, as any in ASCII behind the space. */
    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x80;
    }
}
