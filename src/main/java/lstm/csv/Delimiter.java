package lstm.csv;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lstm.series.ReadOptions;

/** What separates the fields of a CSV. */
final class Delimiter {
    /** In order of preference: commas appear inside fields more often than the others do. */
    private static final char[] CANDIDATES = {'\t', ';', '|', ','};

    private static final int LINES = 10;

    private Delimiter() {}

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
     * The candidate that occurs equally often, and most often, in each of the first lines; otherwise the first that
     * occurs equally often in most lines; otherwise the one that is most frequent in the first line, or a comma if it
     * has none.
     */
    static char detect(List<HeadRecord> records) {
        List<HeadRecord> first = records.subList(0, Math.min(LINES, records.size()));
        char best = ',';
        int most = 0;
        boolean steady = false;
        for (char candidate : CANDIDATES) {
            int count = first.get(0).count(candidate);
            boolean same = first.stream().allMatch(record -> record.count(candidate) == count);
            if (count > 0 && ((same && !steady) || (same == steady && count > most))) {
                best = candidate;
                most = count;
                steady = same;
            }
        }
        return steady ? best : ofMost(records, best);
    }

    /** The first candidate that nearly as many lines as possible have equally often, if these are most of all. */
    private static char ofMost(List<HeadRecord> records, char otherwise) {
        long best = 0;
        for (char candidate : CANDIDATES) {
            best = Math.max(best, agreeing(records, candidate));
        }
        if (2 * best < records.size()) {
            return otherwise;
        }
        for (char candidate : CANDIDATES) {
            if (10 * agreeing(records, candidate) >= 9 * best) {
                return candidate;
            }
        }
        return otherwise;
    }

    private static long agreeing(List<HeadRecord> records, char candidate) {
        Map<Integer, Long> counts = records.stream()
                .map(record -> record.count(candidate))
                .filter(count -> count > 0)
                .collect(Collectors.groupingBy(count -> count, Collectors.counting()));
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
