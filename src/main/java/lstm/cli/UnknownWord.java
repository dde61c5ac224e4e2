package lstm.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.text.Suggestion;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say of a word that has no place in a command line. */
final class UnknownWord {
    /** What other programs call what a command does. */
    private static final Map<String, String> MEANT = Map.of(
            "forecast", "predict MODEL",
            "fit", "train FILE.csv",
            "score", "evaluate MODEL FILE.csv",
            "test", "evaluate MODEL FILE.csv",
            "validate", "check FILE.csv",
            "search", "tune FILE.csv",
            "show", "inspect MODEL",
            "draw", "plot FILE.csv");

    private UnknownWord() {}

    /** The message, with what to do. */
    static String message(UnmatchedArgumentException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        // A value after an option that is not known is unknown only because of it.
        String word = e.getUnmatched().get(0);
        boolean option = word.startsWith("-") && word.length() > 1;
        if (option) {
            String name = word.replaceFirst("=.*", "");
            return "unknown option: '" + name + "'; " + remedy(command, option(command, name));
        } else if (command.parent() == null && MEANT.containsKey(word)) {
            return "no command '" + word + "'; to " + word + ": lstm " + MEANT.get(word);
        } else if (command.parent() == null) {
            Optional<String> near = Suggestion.to(word, CommandRegistry.names()).map(name -> "lstm " + name);
            return "no command '" + word + "'; " + remedy(command, near);
        }
        return ErrorHandler.message(e) + "; " + remedy(command, Optional.empty());
    }

    private static String remedy(CommandSpec command, Optional<String> near) {
        return near.map(name -> "did you mean " + name + "?").orElse("see " + command.qualifiedName() + " --help");
    }

    private static Optional<String> option(CommandSpec command, String name) {
        if (!name.startsWith("--")) {
            return Optional.empty();
        }
        // The hyphens would make names seem more alike than they are.
        List<String> known = command.options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .filter(other -> other.startsWith("--"))
                .map(other -> other.substring(2))
                .toList();
        return Suggestion.to(name.substring(2), known).map(near -> "--" + near);
    }
}
