package lstm.cli.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PresetOption;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.report.Table;
import lstm.report.TableFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What {@code --print-config} prints: each option of a command, its value and its source. */
public final class PrintedConfig {
    private static final List<String> COLUMNS = List.of("option", "value", "source");

    private PrintedConfig() {}

    /** Prints the options of a command whose command line was parsed. */
    public static void print(ParseResult parsed, Console console) throws LstmException, BrokenPipeException {
        CommandSpec command = parsed.commandSpec();
        List<List<Object>> rows = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            if (option.longestName().equals("--config") || OptionNames.isValue(option)) {
                String source = source(option, parsed);
                Object value = source.equals(PresetOption.SOURCE) ? null : option.getValue();
                rows.add(List.of(OptionNames.key(option), text(value), source));
            }
        }
        TableFormat format = format(parsed, console);
        Table table = new Table(COLUMNS, rows);
        OutputOptions.toStdout(console, to -> format.write(table, to));
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
        return ConfiguredDefaults.of(parsed.commandSpec())
                .flatMap(given -> given.of(option))
                .map(given -> given.place().toString())
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
