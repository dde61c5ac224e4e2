package lstm.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lstm.file.UserException;
import lstm.report.Table;
import lstm.report.TableFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What {@code --print-config} prints: each option of a command, its value, and who gave it. */
final class PrintedConfig {
    private static final List<String> COLUMNS = List.of("option", "value", "source");

    private PrintedConfig() {}

    /** Prints the options of a command whose command line was parsed. */
    static void print(ParseResult parsed, Console console) throws UserException, ReaderGoneException {
        CommandSpec command = parsed.commandSpec();
        List<List<Object>> rows = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            if (option.longestName().equals("--config") || Vocabulary.isValue(option)) {
                String source = source(option, parsed);
                Object value = source.equals(PresetOption.SOURCE) ? null : option.getValue();
                rows.add(List.of(Vocabulary.key(option), text(value), source));
            }
        }
        TableFormat format = format(parsed, console);
        Table table = new Table(COLUMNS, rows);
        Output.toStdout(console, to -> format.write(table, to));
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(Object::toString).collect(Collectors.joining(","));
        }
        return value == null ? "" : value.toString();
    }

    private static String source(OptionSpec option, ParseResult parsed) {
        if (parsed.hasMatchedOption(option)) {
            return "command line";
        }
        return Given.of(parsed.commandSpec())
                .flatMap(given -> given.of(option))
                .map(Given.Value::place)
                .orElse(
                        PresetOption.chooses(parsed.commandSpec(), option.longestName())
                                ? PresetOption.SOURCE
                                : "default");
    }

    private static TableFormat format(ParseResult parsed, Console console) {
        if (parsed.hasMatchedOption("--json")) {
            return TableFormat.JSON;
        }
        return Optional.ofNullable(parsed.matchedOptionValue("--format", (TableFormat) null))
                .orElse(console.outIsTerminal() ? TableFormat.TABLE : TableFormat.CSV);
    }
}
