package lstm.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ReadOptions;

/**
 * The field separator of a CSV.
 *
 * @param linesBefore lines above the header, which are not part of the table
 */
record Delimiter(char character, int linesBefore) {
    /** In order of preference: commas appear inside fields more often than the others do. */
    private static final char[] CANDIDATES = {'\t', ';', '|', ','};

    private static final int LINES = 10;

    /**
     * Detects the delimiter and skips a line {@code sep=;}.
     *
     * @param asked the delimiter given by the user, which takes precedence
     * @throws LstmException if that cannot be one
     */
    static Delimiter settle(TextReader text, Optional<Character> asked) throws IOException, LstmException {
        if (asked.isPresent() && !ReadOptions.isDelimiter(asked.get())) {
            String character = LstmException.quote(asked.get().toString());
            throw LstmException.usage(Setting.DELIMITER, ": ", character, " cannot separate fields")
                    .remedy("use , ; | or a tab");
        }
        String head = text.head();
        int separatorLine = separatorLine(head);
        text.skipHead(separatorLine);
        if (separatorLine > 0) {
            return new Delimiter(asked.orElse(head.charAt(4)), 1);
        }
        boolean all = text.headIsAll();
        return new Delimiter(asked.orElseGet(() -> detect(head, all)), 0);
    }

    /** The length of a first line {@code sep=;} with its line end, which Excel writes; 0 if there is none. */
    static int separatorLine(String head) {
        if (!head.regionMatches(true, 0, "sep=", 0, 4)
                || head.length() < 6
                || !ReadOptions.isDelimiter(head.charAt(4))) {
            return 0;
        }
        if (head.charAt(5) == '\r') {
            return head.startsWith("\n", 6) ? 7 : 6;
        }
        return head.charAt(5) == '\n' ? 6 : 0;
    }

    /**
     * The candidate that occurs equally often, and most often, in each of the first lines; otherwise the one that is
     * most frequent in the header, or a comma if it has none.
     *
     * @param head the first characters of the text
     * @param all whether that is the whole text, so that its last line is complete
     */
    static char detect(String head, boolean all) {
        List<String> records = records(head, all);
        char best = ',';
        int most = 0;
        boolean steady = false;
        for (char candidate : CANDIDATES) {
            int count = count(records.get(0), candidate);
            boolean same = records.stream().allMatch(record -> count(record, candidate) == count);
            if (count > 0 && ((same && !steady) || (same == steady && count > most))) {
                best = candidate;
                most = count;
                steady = same;
            }
        }
        return best;
    }

    /** The first records that are not blank; line ends inside quotes do not end a record. */
    private static List<String> records(String head, boolean all) {
        List<String> records = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int k = 0; k < head.length() && records.size() < LINES; k++) {
            char c = head.charAt(k);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                add(records, head.substring(start, k));
                start = k + 1;
            }
        }
        if (records.isEmpty() || (all && records.size() < LINES)) {
            records.add(head.substring(start));
        }
        if (records.size() > 1 && records.get(records.size() - 1).isBlank()) {
            records.remove(records.size() - 1);
        }
        return records;
    }

    private static void add(List<String> records, String record) {
        if (!record.isBlank()) {
            records.add(record);
        }
    }

    private static int count(String record, char candidate) {
        int count = 0;
        boolean quoted = false;
        for (int k = 0; k < record.length(); k++) {
            quoted ^= record.charAt(k) == '"';
            count += !quoted && record.charAt(k) == candidate ? 1 : 0;
        }
        return count;
    }
}
