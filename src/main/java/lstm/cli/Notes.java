package lstm.cli;

import java.util.List;
import lstm.series.Series;

/** Remarks on what was done to the data, for people. */
final class Notes {
    private Notes() {}

    /** What was done to a series while it was read. */
    static void print(Console console, CommonOptions common, Series series) {
        print(
                console,
                common,
                series.notes().stream()
                        .map(note -> series.source() + ": " + note)
                        .toList());
    }

    static void print(Console console, CommonOptions common, List<String> notes) {
        if (!common.quiet()) {
            notes.forEach(console::say);
        }
    }

    static void print(Console console, CommonOptions common, String note) {
        print(console, common, List.of(note));
    }
}
