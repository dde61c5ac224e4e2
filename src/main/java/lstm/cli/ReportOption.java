package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.report.Page;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A report of what a command did, as a page to read in a browser. */
final class ReportOption {
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
    void check(Existing existing, Optional<Path> other) throws UserException {
        this.existing = existing;
        if (page != null) {
            String name = String.valueOf(page.getFileName()).toLowerCase(Locale.ROOT);
            if (!name.endsWith(".html") && !name.endsWith(".htm")) {
                throw UserException.in(Kind.USAGE, page, "is no name for a report; let it end in .html");
            }
            Output.refuseSame("--report", page, other);
            AtomicFile.checkWritable(page, existing);
        }
    }

    boolean isAsked() {
        return page != null;
    }

    /** Writes the report, if it was asked for. */
    void write(Console console, Supplier<Page> content) throws UserException {
        if (page != null) {
            AtomicFile.write(console.disk(), page, content.get()::write, existing);
        }
    }

    /** The command line, as a shell would take it again. */
    String commandLine() {
        List<String> words = command.root().commandLine().getParseResult().originalArgs();
        return "lstm " + words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }
}
