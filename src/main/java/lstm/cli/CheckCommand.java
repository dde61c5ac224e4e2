package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import lstm.report.Json;
import lstm.series.ReadOptions;
import lstm.series.Source;
import lstm.series.Survey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm check}: what a CSV holds, what is wrong with it, and how to train on it. */
@Command(
        name = "check",
        header = {
            "Shows what a CSV holds, what is wrong with it, and how to train on it.",
            "",
            "  lstm check prices.csv                  ends with the lstm train line to type",
            "  lstm check prices.csv --target Open    looks at another column",
            "  lstm check prices.csv --missing drop   what is left without the bad rows",
            "  lstm check prices.csv --json           for scripts",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE.csv", description = "The series, with a header; - for standard input.")
    private String file;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private FormOptions form;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        ReadOptions reading = columns.reading(form);
        Survey survey = Survey.read(Source.of(file, console.in()), reading);
        Findings findings = Findings.of(survey, reading, columns, file);
        String text = json ? Json.text(FindingsJson.values(findings)) + "\n" : FindingsText.of(findings);
        Output.toStdout(console, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
        return ExitCode.OK.code();
    }
}
