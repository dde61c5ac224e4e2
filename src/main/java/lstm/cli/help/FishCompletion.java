package lstm.cli.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lstm.cli.config.OptionNames;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A completion script for fish, which picocli does not generate. */
public final class FishCompletion {
    private final String program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    public static String of(CommandLine program) {
        FishCompletion completion = new FishCompletion(program.getCommandName());
        completion
                .script
                .append("complete -c ")
                .append(program.getCommandName())
                .append(" -e\n");
        String none = "__fish_use_subcommand";
        for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
            CommandSpec spec = command.getValue().getCommandSpec();
            String header = spec.usageMessage().header()[0];
            completion.add(none, "-f -a " + command.getKey() + " -d " + quote(header));
            completion.command("__fish_seen_subcommand_from " + command.getKey(), spec);
        }
        completion.command(none, program.getCommandSpec());
        return completion.script.toString();
    }

    private void command(String when, CommandSpec command) {
        for (OptionSpec option : command.options()) {
            add(when, option(option));
        }
        for (PositionalParamSpec positional : command.positionalParameters()) {
            List<String> values = values(positional.completionCandidates());
            if (!values.isEmpty()) {
                add(when, "-f -a " + quote(String.join(" ", values)));
            }
        }
    }

    private static String option(OptionSpec option) {
        StringBuilder text = new StringBuilder("-l " + OptionNames.key(option));
        if (option.shortestName().length() == 2) {
            text.append(" -s ").append(option.shortestName().charAt(1));
        }
        if (option.arity().max() > 0) {
            text.append(" -r");
            List<String> values = values(option.completionCandidates());
            if (!values.isEmpty()) {
                text.append(" -f -a ").append(quote(String.join(" ", values)));
            }
        }
        String description = String.join(" ", option.description()).replaceAll("[.;:] .*|\\s*\\(default.*|\\.$", "");
        return text + " -d " + quote(description);
    }

    private static List<String> values(Iterable<String> candidates) {
        List<String> values = new ArrayList<>();
        if (candidates != null) {
            candidates.forEach(values::add);
        }
        return values;
    }

    private void add(String when, String what) {
        script.append("complete -c ")
                .append(program)
                .append(" -n ")
                .append(quote(when))
                .append(' ')
                .append(what)
                .append('\n');
    }

    /** In single quotes, fish interprets only these two characters. */
    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
