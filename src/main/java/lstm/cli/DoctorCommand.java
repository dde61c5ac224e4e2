package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lstm doctor}: shows what the program runs on. */
@Command(
        name = DoctorCommand.NAME,
        header = {
            "Shows what lstm runs on, and what is wrong with it.",
            "",
            "  lstm doctor                        Java, backend, processor, folders, limits",
            "  lstm doctor | grep '^wrong'        only what is wrong",
            ""
        },
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    static final String NAME = "doctor";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Diagnosis diagnosis = Diagnosis.of(spec.root().version()[0], console.environment());
        OutputOptions.toStdout(console, to -> to.write(diagnosis.text().getBytes(StandardCharsets.UTF_8)));
        return (diagnosis.works() ? ExitCode.OK : ExitCode.IO).code();
    }
}
