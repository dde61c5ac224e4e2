package lstm.cli.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import lstm.cli.BatchCommand;
import lstm.error.LstmException;
import lstm.error.Place;
import lstm.text.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The names of options in files and variables: {@code learning-rate}, {@code train.learning-rate} for one command
 * alone, and {@code LSTM_LEARNING_RATE}.
 */
public final class OptionNames {
    static final String VARIABLE = "LSTM_";

    /** Variables that set no option: the file of options, and what the launcher passes on to Java. */
    private static final Set<String> OWN = Set.of("LSTM_CONFIG", "LSTM_JAVA_OPTS");

    /** An option and its command, or an empty text for all commands. */
    record Name(String section, String option) {}

    private final Supplier<CommandLine> program;
    /** The names of the options of each command; empty until they are asked for. */
    private final Map<String, List<String>> commands = new TreeMap<>();

    /** Names for the commands of a program, which is created only if a file or variable sets an option. */
    public OptionNames(Supplier<CommandLine> program) {
        this.program = program;
    }

    private Map<String, List<String>> commands() {
        if (commands.isEmpty()) {
            program.get().getSubcommands().forEach((name, line) -> commands.put(name, options(line.getCommandSpec())));
        }
        return commands;
    }

    /** The options of a command that can be set in a file or variable. */
    static List<String> options(CommandSpec command) {
        return command.options().stream()
                .filter(OptionNames::isValue)
                .map(OptionNames::key)
                .toList();
    }

    /** Whether an option sets a value, unlike {@code --help} or {@code --print-config}. */
    @SuppressWarnings("deprecation") // help() is the only way to tell --print-config.
    public static boolean isValue(OptionSpec option) {
        return !option.usageHelp()
                && !option.versionHelp()
                && !option.help()
                && !option.longestName().equals("--config");
    }

    public static String key(OptionSpec option) {
        return option.longestName().substring(2);
    }

    /** The variable that sets an option. */
    static String variable(String option) {
        return VARIABLE + option.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The sections that apply to a command, in order of precedence; {@code batch} runs two other commands. */
    List<String> sectionsFor(String command) {
        return command.equals(BatchCommand.NAME)
                ? List.of(command, BatchCommand.TRAIN, BatchCommand.PREDICT, "")
                : List.of(command, "");
    }

    /** What a key names. */
    Name name(ConfigEntry entry) throws LstmException {
        int dot = entry.key().indexOf('.');
        String section = dot < 0 ? "" : entry.key().substring(0, dot);
        String option = entry.key().substring(dot + 1);
        if (dot >= 0 && !commands().containsKey(section)) {
            throw unknown(entry.place(), "section", section, commands().keySet(), "use the name of a command");
        }
        Collection<String> options = dot < 0 ? all() : commands().get(section);
        if (!options.contains(option)) {
            String remedy = "lstm " + (dot < 0 ? "COMMAND" : section) + " --help lists the options";
            throw unknown(entry.place(), "key", option, options, remedy);
        }
        return new Name(section, option);
    }

    private static LstmException unknown(
            Place place, String what, String name, Collection<String> names, String remedy) {
        String nearest = Suggestion.to(name, names)
                .map(near -> "did you mean " + near + "?")
                .orElse(remedy);
        return LstmException.usage("unknown ", what, " ", LstmException.quote(name))
                .remedy(nearest)
                .at(place);
    }

    private Collection<String> all() {
        TreeSet<String> all = new TreeSet<>();
        commands().values().forEach(all::addAll);
        return all;
    }

    /**
     * The option that a variable sets; empty if the variable is not ours.
     *
     * @throws LstmException if the variable is not ours but nearly so, and hence a mistake
     */
    Optional<String> option(String variable) throws LstmException {
        if (!variable.startsWith(VARIABLE) || OWN.contains(variable)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(all());
        List<String> variables = names.stream().map(OptionNames::variable).toList();
        int index = variables.indexOf(variable);
        if (index >= 0) {
            return Optional.of(names.get(index));
        }
        List<String> known = new ArrayList<>(variables);
        known.addAll(OWN);
        Optional<String> nearest = Suggestion.to(variable.substring(VARIABLE.length()), stems(known));
        if (nearest.isPresent()) {
            throw LstmException.usage("unknown variable")
                    .remedy("did you mean ", VARIABLE, nearest.get(), "? If not, unset it")
                    .in(variable);
        }
        return Optional.empty();
    }

    private static List<String> stems(List<String> variables) {
        return variables.stream()
                .map(variable -> variable.substring(VARIABLE.length()))
                .toList();
    }
}
