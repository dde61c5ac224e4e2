package lstm.csv;

import java.util.ArrayList;
import java.util.List;
import lstm.error.Place;

/** Numbers the lines of several files that are one table. */
final class TableLines {
    private final List<String> sources = new ArrayList<>();

    /** For each file the number of the line before its first. */
    private final List<Long> before = new ArrayList<>();

    private long last;

    /** Goes on with a file. */
    void begin(String source) {
        sources.add(source);
        before.add(last);
    }

    /** The number of a line of the latest file. */
    long number(long line) {
        last = Math.max(last, before.get(before.size() - 1) + line);
        return before.get(before.size() - 1) + line;
    }

    /** The place of a line. */
    Place place(long number) {
        int file = file(number);
        return Place.of(sources.get(file)).line(number - before.get(file));
    }

    /** A line in words: {@code line 12}, or {@code line 12 of b.csv} if it is in another file than a second line. */
    String text(long number, long beside) {
        Place place = place(number);
        boolean same = file(number) == file(beside);
        return "line " + place.line().orElseThrow() + (same ? "" : " of " + place.source());
    }

    private int file(long number) {
        int file = sources.size() - 1;
        while (before.get(file) >= number) {
            file--;
        }
        return file;
    }

    String firstSource() {
        return sources.get(0);
    }

    /** What messages call the table. */
    String source() {
        return sources.size() == 1 ? sources.get(0) : sources.get(0) + " and " + (sources.size() - 1) + " more";
    }
}
