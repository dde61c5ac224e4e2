package lstm.cli.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.cli.option.CommonOptions;
import lstm.report.NoteText;
import lstm.series.Series;
import lstm.text.NumberText;

/** Notes about the input files of a command; a note that applies to many files is printed once. */
public final class FileNotes {
    private final Console console;
    private final CommonOptions common;
    private final int files;
    private final Map<String, List<String>> byNote = new LinkedHashMap<>();

    /**
     * Creates an empty collection.
     *
     * @param files number of input files
     */
    public FileNotes(Console console, CommonOptions common, int files) {
        this.console = console;
        this.common = common;
        this.files = files;
    }

    /** Adds what was done to a series while it was read. */
    public void add(Series series) {
        if (files > 1) {
            add(series.source(), NoteText.of(series));
        } else {
            Notes.print(console, common, series);
        }
    }

    /** Adds notes about a file; if it is the only one, they are printed at once, without its name. */
    public void add(String file, List<String> notes) {
        if (files > 1) {
            notes.forEach(note ->
                    byNote.computeIfAbsent(note, none -> new ArrayList<>()).add(file));
        } else {
            Notes.print(console, common, notes);
        }
    }

    /** Prints the collected notes. */
    public void print() {
        byNote.forEach((note, of) -> {
            String several = NumberText.count(of.size()) + " files, the first " + of.get(0);
            Notes.print(console, common, (of.size() > 1 ? several : of.get(0)) + ": " + note);
        });
    }
}
