package lstm.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lstm.report.CommandLineText;
import lstm.series.Missing;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.TargetReason;
import lstm.text.NumberText;
import lstm.text.ShellQuote;

/**
 * A {@code train} command that the user can run.
 *
 * @param words of the command line, the program first
 */
public record TrainCommandLine(List<String> words) {
    /** Columns of a line, less those of its label. */
    private static final int WIDTH = 80 - 9;

    /** Words of a command: program, sub-command and file. */
    private static final int COMMAND = 3;

    /** Copies the list. */
    public TrainCommandLine {
        words = List.copyOf(words);
    }

    /** The command for a file, with the options for its columns and format. */
    public static TrainCommandLine of(Series series, ReadOptions reading, SeriesOptions columns, String file) {
        List<OptionValue> options = new ArrayList<>();
        if (series.targetReason() == TargetReason.FIRST_NUMERIC) {
            options.add(new OptionValue("--target", series.target()));
        }
        options.addAll(columns.toOptions());
        reading.dateFormat().ifPresent(format -> options.add(new OptionValue("--date-format", format)));
        reading.delimiter().ifPresent(delimiter -> options.add(new OptionValue("--delimiter", delimiter.toString())));
        reading.headerLine()
                .filter(line -> line > ReadOptions.NO_HEADER)
                .ifPresent(line -> options.add(new OptionValue("--header-line", line.toString())));
        if (reading.numbers().firm()) {
            NumberStyle numbers = reading.numbers();
            numbers.decimal().ifPresent(sign -> options.add(new OptionValue("--decimal", sign.toString())));
            numbers.thousands().ifPresent(sign -> options.add(new OptionValue("--thousands", sign.toString())));
        }
        if (reading.missing() != Missing.ERROR) {
            options.add(new OptionValue("--missing", reading.missing().toString()));
        }
        reading.missingMarks().ifPresent(marks -> options.addAll(marks(marks)));
        TrainCommandLine line = new TrainCommandLine(List.of("lstm", "train", plain(file))).with(options);
        return reading.headerLine().equals(Optional.of(ReadOptions.NO_HEADER)) ? line.flagged("--no-header") : line;
    }

    private static List<OptionValue> marks(List<Double> marks) {
        return marks.isEmpty()
                ? List.of(new OptionValue("--missing-mark", "none"))
                : marks.stream()
                        .map(mark -> new OptionValue("--missing-mark", NumberText.of(mark)))
                        .toList();
    }

    /** The same for a table of several files. */
    public TrainCommandLine and(List<String> files) {
        List<String> more = new ArrayList<>(words.subList(0, COMMAND));
        files.forEach(file -> more.add(plain(file)));
        more.addAll(words.subList(COMMAND, words.size()));
        return new TrainCommandLine(more);
    }

    /** A name that is not taken for an option. */
    private static String plain(String file) {
        return file.startsWith("-") && file.length() > 1 ? "./" + file : file;
    }

    /** The same with a further option. */
    public TrainCommandLine with(OptionValue option) {
        return with(List.of(option));
    }

    /** The same with further options. */
    public TrainCommandLine with(List<OptionValue> options) {
        List<String> more = new ArrayList<>(words);
        options.forEach(option -> more.addAll(option.words()));
        return new TrainCommandLine(more);
    }

    /** The same with an option that has no value. */
    public TrainCommandLine flagged(String option) {
        List<String> more = new ArrayList<>(words);
        more.add(option);
        return new TrainCommandLine(more);
    }

    /** The command on one line, quoted for a shell. */
    public String line() {
        return words.stream().map(ShellQuote::quote).collect(Collectors.joining(" "));
    }

    /** Options quoted for a shell, wrapped to the width of a terminal. */
    public static String options(List<OptionValue> options) {
        return new TrainCommandLine(List.of()).with(options).text(0);
    }

    /** Both forms, for a report. */
    public CommandLineText asText() {
        return new CommandLineText(line(), text());
    }

    /** The command quoted for a shell, wrapped to the width of a terminal. */
    public String text() {
        return text(COMMAND);
    }

    /** @param before number of words before the first option */
    private String text(int before) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < words.size(); k++) {
            StringBuilder piece = new StringBuilder(ShellQuote.quote(words.get(k)));
            while (k >= before && k + 1 < words.size() && !words.get(k + 1).startsWith("-")) {
                piece.append(' ').append(ShellQuote.quote(words.get(++k)));
            }
            // Leaves room for the backslash.
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
