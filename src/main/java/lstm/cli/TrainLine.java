package lstm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.TargetReason;

/**
 * A command line of {@code train}, to be typed again.
 *
 * @param words of it, the program first
 */
record TrainLine(List<String> words) {
    /** Columns of a line, less those of its label. */
    private static final int WIDTH = 80 - 9;

    /** Words of a command: program, sub-command and file. */
    private static final int COMMAND = 3;

    /** Copies the list. */
    TrainLine {
        words = List.copyOf(words);
    }

    /** That on a file, with what was said of its columns and its form. */
    static TrainLine of(Series series, ReadOptions reading, SeriesOptions columns, String file) {
        String plain = file.startsWith("-") && file.length() > 1 ? "./" + file : file;
        List<Said> said = new ArrayList<>();
        if (series.targetReason() == TargetReason.FIRST_NUMERIC) {
            said.add(new Said("--target", series.target()));
        }
        said.addAll(columns.said());
        reading.dateFormat().ifPresent(format -> said.add(new Said("--date-format", format)));
        reading.delimiter().ifPresent(delimiter -> said.add(new Said("--delimiter", delimiter.toString())));
        if (reading.missing() != Missing.ERROR) {
            said.add(new Said("--missing", reading.missing().toString()));
        }
        return new TrainLine(List.of("lstm", "train", plain)).with(said);
    }

    /** The same with a further option. */
    TrainLine with(Said option) {
        return with(List.of(option));
    }

    /** The same with further options. */
    TrainLine with(List<Said> options) {
        List<String> more = new ArrayList<>(words);
        options.forEach(option -> more.addAll(option.words()));
        return new TrainLine(more);
    }

    /** The same with an option that has no value. */
    TrainLine flagged(String option) {
        List<String> more = new ArrayList<>(words);
        more.add(option);
        return new TrainLine(more);
    }

    /** The command on one line, as a shell takes it. */
    String line() {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    /** Options as a shell takes them, broken before one where a line would be too long. */
    static String options(List<Said> options) {
        return new TrainLine(List.of()).with(options).text(0);
    }

    /** The command as a shell takes it, broken before an option where a line would be too long. */
    String text() {
        return text(COMMAND);
    }

    /** That, with so many words before the first option. */
    private String text(int before) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < words.size(); k++) {
            StringBuilder piece = new StringBuilder(Shell.quote(words.get(k)));
            while (k >= before && k + 1 < words.size() && !words.get(k + 1).startsWith("-")) {
                piece.append(' ').append(Shell.quote(words.get(++k)));
            }
            // Room for the backslash behind it.
            if (k >= before && !line.isEmpty() && line.length() + 1 + piece.length() + 2 > WIDTH) {
                text.append(line).append(" \\\n");
                line.setLength(0);
                line.append(" ");
            }
            line.append(line.isEmpty() ? "" : " ").append(piece);
        }
        return text.append(line).toString();
    }
}
