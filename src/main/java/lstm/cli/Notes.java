package lstm.cli;

import java.util.List;

/** Remarks on what was done to the data, for people. */
final class Notes {
    private Notes() {}

    static void print(Console console, CommonOptions common, List<String> notes) {
        if (!common.quiet()) {
            notes.forEach(console::say);
        }
    }

    static void print(Console console, CommonOptions common, String note) {
        print(console, common, List.of(note));
    }
}
