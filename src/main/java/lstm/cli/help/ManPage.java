package lstm.cli.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lstm.cli.terminal.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of the program, made from the help of its commands. */
public final class ManPage {
    private final Roff page = new Roff();

    private ManPage() {}

    public static String of(CommandSpec program) {
        ManPage made = new ManPage();
        made.program(program);
        return made.page.toString();
    }

    private void program(CommandSpec program) {
        page.title(program.name(), program.version().length == 0 ? "" : program.version()[0]);
        page.section("NAME");
        page.text(program.name() + " - " + lowerFirst(program.usageMessage().header()[0]));
        page.section("SYNOPSIS");
        page.bold(program.name());
        page.text("COMMAND [OPTION ...] [FILE ...]");
        page.section("EXAMPLES");
        page.example(examples(program));
        page.section("COMMANDS");
        for (Map.Entry<String, CommandLine> command : program.subcommands().entrySet()) {
            command(program.name() + " " + command.getKey(), command.getValue().getCommandSpec());
        }
        page.section("OPTIONS IN FILES AND VARIABLES");
        page.text("The value of an option comes from the command line, or else from its variable, such as "
                + "LSTM_LEARNING_RATE for --learning-rate, or else from the file named by --config or LSTM_CONFIG,"
                + " or else it is the default. A file has a line for each option, such as \"epochs: 20\" (YAML) or"
                + " \"epochs = 20\" (properties), or, for one command alone, \"train.epochs = 20\". --print-config shows"
                + " every value and its source.");
        page.section("ENVIRONMENT");
        page.item("LSTM_CONFIG", "The file of options to use when there is no --config.");
        page.item("LSTM_...", "Options, as above. An empty variable counts as not set.");
        page.item("NO_COLOR", "If not empty, colors are off.");
        page.item("TERM, COLUMNS", "A dumb terminal gets plain progress lines; COLUMNS limits their width.");
        page.item("JAVA_HOME", "The JDK to run on.");
        page.item(
                "LSTM_JAVA_OPTS",
                "Options for Java, separated by spaces, such as -Xmx8g for a heap of 8 GiB. Unlike with"
                        + " JDK_JAVA_OPTIONS, nothing is printed about them.");
        page.section("EXIT STATUS");
        for (ExitCode code : ExitCode.values()) {
            page.item(Integer.toString(code.code()), code.meaning());
        }
    }

    private void command(String name, CommandSpec command) {
        page.subsection(name);
        page.text(command.usageMessage().header()[0]);
        for (String paragraph : command.usageMessage().description()) {
            page.text(plain(paragraph));
        }
        page.example(examples(command));
        for (PositionalParamSpec positional : command.positionalParameters()) {
            page.item(positional.paramLabel(), description(positional));
        }
        for (OptionSpec option : command.options()) {
            String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
            page.item(String.join(", ", option.names()) + value, description(option));
        }
    }

    /** The examples in a header: all lines after the first that are not empty. */
    private static List<String> examples(CommandSpec command) {
        List<String> examples = new ArrayList<>(List.of(command.usageMessage().header()));
        examples.remove(0);
        examples.removeIf(String::isBlank);
        return examples.stream().map(ManPage::plain).toList();
    }

    /** The description of an argument, with its default filled in. */
    private static String description(ArgSpec argument) {
        Object value = argument.initialValue();
        return Ansi.OFF
                .string(plain(String.join(" ", argument.description())))
                .replace("${DEFAULT-VALUE}", String.valueOf(value));
    }

    /** Picocli takes texts for formats. */
    private static String plain(String format) {
        return format.replace("%n", "").replace("%%", "%");
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1).replaceFirst("\\.$", "");
    }
}
