package lstm.cli.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lstm.cli.option.CommonOptions;
import lstm.report.NoteText;
import lstm.series.Series;
import lstm.text.NumberText;

/** Remarks on the files of a command, for people; what is the same for many is said once. */
public final class FileNotes {
    private final Console console;
    private final CommonOptions common;
    private final int files;
    private final Map<String, List<String>> byNote = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param files that there are
     */
    public FileNotes(Console console, CommonOptions common, int files) {
        this.console = console;
        this.common = common;
        this.files = files;
    }

    /** What was done to the series while it was read. */
    public void add(Series series) {
        if (files > 1) {
            add(series.source(), NoteText.of(series));
        } else {
            Notes.print(console, common, series);
        }
    }

    /** Of one file alone they are said at once, without its name. */
    public void add(String file, List<String> notes) {
        if (files > 1) {
            notes.forEach(note ->
                    byNote.computeIfAbsent(note, none -> new ArrayList<>()).add(file));
        } else {
            Notes.print(console, common, notes);
        }
    }

    /** Says what there is of several. */
    public void print() {
        byNote.forEach((note, of) -> {
            String several = NumberText.count(of.size()) + " files, the first " + of.get(0);
            Notes.print(console, common, (of.size() > 1 ? several : of.get(0)) + ": " + note);
        });
    }
}
