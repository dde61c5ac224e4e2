package lstm.cli.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lstm.error.LstmException;
import lstm.error.Place;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Values of options that are not on the command line: from {@code LSTM_*} variables, or else from the file that
 * {@code --config} or {@code LSTM_CONFIG} names. They count as given by the user, unlike defaults.
 */
public final class ConfiguredDefaults implements IDefaultValueProvider {
    /** The text of a value and its source. */
    public record Value(String text, Place place) {}

    private final Map<String, Value> values = new TreeMap<>();

    private ConfiguredDefaults() {}

    /**
     * Reads the values for a command.
     *
     * @param parsed the part of the command line for the command, parsed without these values
     */
    public static ConfiguredDefaults of(ParseResult parsed, OptionNames vocabulary, Map<String, String> environment)
            throws LstmException {
        ConfiguredDefaults given = new ConfiguredDefaults();
        CommandSpec command = parsed.commandSpec();
        Optional<Path> file = Optional.ofNullable(parsed.matchedOptionValue("--config", (Path) null))
                .or(() -> Optional.of(environment.getOrDefault("LSTM_CONFIG", ""))
                        .filter(name -> !name.isEmpty())
                        .map(Path::of));
        if (file.isPresent()) {
            given.fromFile(ConfigFile.read(file.get()), command, vocabulary);
        }
        given.fromEnvironment(environment, command, vocabulary);
        given.values.keySet().removeIf(name -> parsed.hasMatchedOption("--" + name));
        return given;
    }

    /** Later sections of the list give way to earlier ones, and values outside of sections to all. */
    private void fromFile(List<ConfigEntry> entries, CommandSpec command, OptionNames vocabulary) throws LstmException {
        Map<String, Integer> ranks = new HashMap<>();
        for (ConfigEntry entry : entries) {
            OptionNames.Name name = vocabulary.name(entry);
            int rank = vocabulary.sectionsFor(command.name()).indexOf(name.section());
            if (rank >= 0
                    && OptionNames.options(command).contains(name.option())
                    && rank < ranks.getOrDefault(name.option(), Integer.MAX_VALUE)) {
                ranks.put(name.option(), rank);
                values.put(name.option(), new Value(entry.value(), entry.place()));
            }
        }
    }

    private void fromEnvironment(Map<String, String> environment, CommandSpec command, OptionNames vocabulary)
            throws LstmException {
        Set<String> known = new HashSet<>(OptionNames.options(command));
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            Optional<String> option = vocabulary.option(variable.getKey());
            if (option.filter(known::contains).isPresent()
                    && !variable.getValue().isEmpty()) {
                values.put(option.get(), new Value(variable.getValue(), Place.of(variable.getKey())));
            }
        }
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? of(option).map(Value::text).orElse(null)
                : null;
    }

    /** The value given for an option, if any. */
    public Optional<Value> of(OptionSpec option) {
        return Optional.ofNullable(values.get(OptionNames.key(option)));
    }

    /** The values given for a command outside its command line, if they were read. */
    public static Optional<ConfiguredDefaults> of(CommandSpec command) {
        return command.defaultValueProvider() instanceof ConfiguredDefaults given
                ? Optional.of(given)
                : Optional.empty();
    }

    /** Whether the user gave an option, on the command line or elsewhere. */
    public static boolean isGiven(CommandSpec command, String option) {
        return command.commandLine().getParseResult().hasMatchedOption(option)
                || of(command)
                        .filter(given -> given.values.containsKey(option.substring(2)))
                        .isPresent();
    }

    /** Where the first setting that a failure names was given, if in a file or variable. */
    public Optional<Place> place(LstmException failure) {
        return failure.problem()
                .settings()
                .map(part -> values.get(part.setting().name()))
                .filter(Objects::nonNull)
                .map(Value::place)
                .findFirst();
    }
}
