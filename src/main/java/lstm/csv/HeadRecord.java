package lstm.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * A record at the beginning of a CSV, before it is known what separates its fields.
 *
 * @param line on which it starts, from 1
 * @param start its first character
 * @param text without its line end
 * @param afterBlank whether a blank line stands above it
 */
record HeadRecord(long line, int start, String text, boolean afterBlank) {
    private static final int MOST = 200;

    /**
     * The first records that are not blank; line ends inside quotes do not end a record.
     *
     * @param head the first characters of the text
     * @param from where to begin
     * @param firstLine the number of the line that begins there
     * @param all whether that is the whole text, so that its last line is complete
     */
    static List<HeadRecord> of(String head, int from, long firstLine, boolean all) {
        List<HeadRecord> records = new ArrayList<>();
        boolean quoted = false;
        boolean blank = false;
        long line = firstLine;
        long startLine = firstLine;
        int start = from;
        for (int k = from; k < head.length() && records.size() < MOST; k++) {
            char c = head.charAt(k);
            quoted ^= isQuote(head, k, quoted);
            if (c != '\n' && c != '\r') {
                continue;
            }
            boolean second = c == '\n' && k > from && head.charAt(k - 1) == '\r';
            line += second ? 0 : 1;
            if (quoted || second) {
                start = second && !quoted ? k + 1 : start;
                continue;
            }
            String text = head.substring(start, k);
            if (!text.isBlank()) {
                records.add(new HeadRecord(startLine, start, text, blank));
            }
            blank = text.isBlank();
            start = k + 1;
            startLine = line;
        }
        String rest = head.substring(Math.min(start, head.length()));
        if (records.size() < MOST && !rest.isBlank() && (all || records.isEmpty())) {
            records.add(new HeadRecord(startLine, start, rest, blank));
        }
        return records;
    }

    /** How often a character occurs outside quotes. */
    int count(char delimiter) {
        int count = 0;
        boolean quoted = false;
        for (int k = 0; k < text.length(); k++) {
            quoted ^= isQuote(text, k, quoted);
            count += !quoted && text.charAt(k) == delimiter ? 1 : 0;
        }
        return count;
    }

    /** The fields, without quotes and surrounding spaces. */
    List<String> cells(char delimiter) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int k = 0; k <= text.length(); k++) {
            quoted ^= k < text.length() && isQuote(text, k, quoted);
            if (k == text.length() || !quoted && text.charAt(k) == delimiter) {
                String cell = text.substring(start, k).strip();
                boolean wrapped = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
                cells.add(wrapped ? cell.substring(1, cell.length() - 1).strip() : cell);
                start = k + 1;
            }
        }
        return cells;
    }

    /** Whether a character begins or ends a quoted field; behind a letter or digit it stands for inches. */
    private static boolean isQuote(String text, int at, boolean quoted) {
        return text.charAt(at) == '"' && (quoted || at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    boolean isComment() {
        return text.stripLeading().startsWith("#");
    }
}
