package lstm.promises;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lstm.cli.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Draws command lines from what the commands say of their options and parameters, so that a new option is drawn from
 * the day it is added. Sizes stay small where large ones would only take long.
 */
final class RandomCommandLine {
    private static final List<String> WHOLE = List.of("1", "2", "3", "5", "8");
    private static final List<String> ODD_WHOLE =
            List.of("0", "-1", "100", "60000", "2147483647", "-2147483648", "9999999999", "x", "");
    private static final List<String> REAL = List.of("0.1", "0.2", "0.5", "0.01", "80", "1");
    private static final List<String> ODD_REAL = List.of(
            "0", "-1", "1e300", "1e-300", "1e-999999999", "1e999999999", "NaN", "Infinity", "-Infinity", "x", "");

    /** One value of this many is odd. */
    private static final int ODD = 8;

    /** Commands that would write to the current folder if they were not told where. */
    private static final Set<String> NEEDING_OUTPUT = Set.of("train", "tune", "batch");

    private static final Set<String> TRAINING = Set.of("train", "tune", "batch", "backtest", "compare");
    private static final int MOST_OPTIONS = 5;

    private final CommandCorpus corpus;
    private final List<CommandSpec> commands;

    RandomCommandLine(CommandLine program, CommandCorpus corpus) {
        this.corpus = corpus;
        this.commands = program.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();
    }

    /**
     * A command line.
     *
     * @param words of it
     * @param reads the files among them that the command is to read and not to change
     */
    record Line(List<String> words, Set<String> reads) {}

    /** Draws one. */
    Line draw(Random random) {
        Set<String> reads = new HashSet<>();
        List<String> words = words(random, reads);
        if (words.get(0).equals("update") && words.stream().noneMatch(RandomCommandLine::isOutputName)) {
            // It is there to change the model.
            corpus.models().forEach(reads::remove);
        }
        return new Line(words, reads);
    }

    private static boolean isOutputName(String word) {
        return word.equals("-o") || word.startsWith("--output");
    }

    private List<String> words(Random random, Set<String> reads) {
        CommandSpec command = of(commands, random);
        String name = command.name();
        List<String> words = new ArrayList<>(List.of(name));
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            int most = Math.min(2, parameter.arity().max());
            int count = parameter.arity().min() + (random.nextInt(3) == 0 ? 1 : 0);
            for (int k = 0; k < Math.min(most, count); k++) {
                String value = value(parameter, random);
                reads.add(value);
                words.add(value);
            }
        }
        for (int k = random.nextInt(MOST_OPTIONS + 1); k > 0; k--) {
            add(words, reads, of(command.options(), random), random);
        }
        for (OptionSpec option : command.options()) {
            // Outputs are what most is at stake with.
            boolean needed =
                    NEEDING_OUTPUT.contains(name) && option.longestName().equals("--output");
            if (!has(words, option) && (needed || isOutput(option) && random.nextInt(3) == 0)) {
                add(words, reads, option, random);
            }
        }
        if (random.nextInt(3) == 0 && command.findOption("--force") != null) {
            words.add("--force");
        }
        if (TRAINING.contains(name)) {
            addSizes(words, command);
        }
        return words;
    }

    private static void addSizes(List<String> words, CommandSpec command) {
        for (int k = 0; k < Cli.TINY.size(); k += 2) {
            OptionSpec option = command.findOption(Cli.TINY.get(k));
            if (option != null && !has(words, option)) {
                words.addAll(Cli.TINY.subList(k, k + 2));
            }
        }
    }

    private static boolean has(List<String> words, OptionSpec option) {
        return Arrays.stream(option.names())
                .anyMatch(name -> words.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "=")));
    }

    private void add(List<String> words, Set<String> reads, OptionSpec option, Random random) {
        String name = of(List.of(option.names()), random);
        if (option.arity().max() == 0) {
            words.add(name);
        } else {
            String value = value(option, random);
            if (!isOutput(option)) {
                reads.add(value);
            }
            if (name.startsWith("--") && random.nextBoolean()) {
                words.add(name + "=" + value);
            } else {
                words.addAll(List.of(name, value));
            }
        }
    }

    private static boolean isOutput(ArgSpec option) {
        return option.isOption()
                && option.type() == Path.class
                && !((OptionSpec) option).longestName().equals("--config");
    }

    private String value(ArgSpec argument, Random random) {
        Class<?> type = argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
        String label = argument.paramLabel();
        if (isOutput(argument)) {
            return isOdd(random)
                    ? of(corpus.oddOutputs(ending(label)), random)
                    : of(corpus.outputs(ending(label)), random);
        } else if (label.equals("MODEL")) {
            return of(corpus.models(), random);
        } else if (label.contains(".csv") || label.equals("FILE") && !argument.isOption()) {
            return of(corpus.series(), random);
        } else if (type == Path.class) {
            return of(corpus.others(), random);
        } else if (type.isEnum()) {
            String constant = of(List.of(type.getEnumConstants()), random).toString();
            return isOdd(random) ? "x" : constant;
        } else if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return of(isOdd(random) ? ODD_WHOLE : WHOLE, random);
        } else if (type == String.class) {
            return of(CommandCorpus.texts(), random);
        }
        return of(isOdd(random) ? ODD_REAL : REAL, random);
    }

    private static String ending(String label) {
        return switch (label) {
            case "PICTURE" -> ".svg";
            case "PAGE" -> ".html";
            case "MODEL" -> ".json";
            case "DIR" -> "";
            default -> ".csv";
        };
    }

    private static boolean isOdd(Random random) {
        return random.nextInt(ODD) == 0;
    }

    private static <T> T of(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
