package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import lstm.cli.help.FishCompletion;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lstm completion}: prints a shell completion script. */
@Command(
        name = CompletionCommand.NAME,
        header = {
            "Prints a shell completion script for commands and options.",
            "",
            "  lstm completion bash > ~/.local/share/bash-completion/completions/lstm",
            "  lstm completion fish > ~/.config/fish/completions/lstm.fish",
            "  source <(lstm completion zsh)                  in .zshrc, after compinit",
            ""
        },
        sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
    static final String NAME = "completion";

    /** The supported shells. */
    enum ShellName {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private ShellName shell;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        CommandLine program = spec.root().commandLine();
        // The bash script also works in zsh: it turns on bash completion there.
        String script = shell == ShellName.FISH
                ? FishCompletion.of(program)
                : AutoComplete.bash(program.getCommandName(), program);
        OutputOptions.toStdout(console, to -> to.write(script.getBytes(StandardCharsets.UTF_8)));
        return ExitCode.OK.code();
    }
}
