package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import lstm.cli.help.ManPage;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lstm man}: prints the manual page. */
@Command(
        name = ManCommand.NAME,
        header = {
            "Prints the manual page.",
            "",
            "  lstm man | man -l -                            read it",
            "  lstm man > /usr/local/share/man/man1/lstm.1    install it",
            ""
        },
        sortOptions = false)
final class ManCommand implements Callable<Integer> {
    static final String NAME = "man";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    ManCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        String page = ManPage.of(spec.root());
        OutputOptions.toStdout(console, to -> to.write(page.getBytes(StandardCharsets.UTF_8)));
        return ExitCode.OK.code();
    }
}
