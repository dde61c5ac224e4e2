package lstm.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.report.Page;
import lstm.text.ShellQuote;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A report of what a command did, as a page to read in a browser. */
public final class ReportOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--report",
            paramLabel = "PAGE",
            description = "Write a report as well: one .html file with charts and tables in it.")
    private Path page;

    private Existing existing;

    /**
     * All that can be said before the slow part starts.
     *
     * @param existing whether a file that is there already may be replaced
     * @param other the file that the command writes besides
     */
    public void check(Existing existing, Optional<Path> other) throws LstmException {
        this.existing = existing;
        if (page != null) {
            String name = String.valueOf(page.getFileName()).toLowerCase(Locale.ROOT);
            if (!name.endsWith(".html") && !name.endsWith(".htm")) {
                throw LstmException.in(Kind.USAGE, page, "is no name for a report; let it end in .html");
            }
            OutputOptions.refuseSame(Setting.REPORT, page, other);
            AtomicFile.checkWritable(page, existing);
        }
    }

    public boolean isAsked() {
        return page != null;
    }

    /** Writes the report, if it was asked for. */
    public void write(Console console, Supplier<Page> content) throws LstmException {
        if (page != null) {
            AtomicFile.write(console.disk(), page, content.get()::write, existing);
        }
    }

    /** The command line, as a shell would take it again. */
    public String commandLine() {
        List<String> words = command.root().commandLine().getParseResult().originalArgs();
        return "lstm " + words.stream().map(ShellQuote::quote).collect(Collectors.joining(" "));
    }
}
