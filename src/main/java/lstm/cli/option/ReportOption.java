package lstm.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.file.Existing;
import lstm.text.ShellQuote;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code --report} option: a report as an HTML page. */
public final class ReportOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--report",
            paramLabel = "PAGE",
            description = "Also write a report: one .html file with charts and tables.")
    private Path page;

    /**
     * Checks all that can be checked before the slow part starts, and returns where the report goes.
     *
     * @param existing whether a file that already exists may be replaced
     * @param files what else the command reads and writes
     * @throws LstmException {@code USAGE} if the name does not end in .html, or as {@link CommandFiles#writes}
     */
    public ReportOutput check(Existing existing, CommandFiles files) throws LstmException {
        if (page == null) {
            return ReportOutput.NONE;
        }
        String name = String.valueOf(page.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".htm")) {
            throw LstmException.usage("report files must end in .html").in(page);
        }
        files.writes(Setting.REPORT, page, existing);
        return new ReportOutput.InFile(page, existing, commandLine());
    }

    /** Whether the option was given. */
    public boolean isGiven() {
        return page != null;
    }

    private String commandLine() {
        List<String> words = command.root().commandLine().getParseResult().originalArgs();
        return "lstm " + words.stream().map(ShellQuote::quote).collect(Collectors.joining(" "));
    }
}
