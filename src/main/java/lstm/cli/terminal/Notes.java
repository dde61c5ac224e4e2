package lstm.cli.terminal;

import java.util.List;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.OptionValue;
import lstm.error.Phrase;
import lstm.report.NoteText;
import lstm.series.Series;

/** Prints notes about what was done to the data. */
public final class Notes {
    private Notes() {}

    /** Prints what was done to a series while it was read. */
    public static void print(Console console, CommonOptions common, Series series) {
        print(
                console,
                common,
                NoteText.of(series).stream()
                        .map(note -> series.source() + ": " + note)
                        .toList());
    }

    public static void print(Console console, CommonOptions common, List<String> notes) {
        if (!common.quiet()) {
            notes.forEach(console::say);
        }
    }

    public static void print(Console console, CommonOptions common, Phrase note) {
        print(console, common, OptionValue.text(note));
    }

    public static void print(Console console, CommonOptions common, String note) {
        print(console, common, List.of(note));
    }
}
