package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import lstm.check.CsvCheck;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.SeriesOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.csv.CsvSource;
import lstm.csv.CsvSurvey;
import lstm.report.CheckJson;
import lstm.report.CheckText;
import lstm.report.Json;
import lstm.series.ReadOptions;
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
    private CsvFormatOptions form;

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
        CsvSurvey survey = CsvSurvey.read(CsvSource.of(file, console.in()), reading);
        CsvCheck findings = CsvCheck.of(survey, reading, columns, file);
        String text = json ? Json.text(CheckJson.values(findings)) + "\n" : CheckText.of(findings);
        OutputOptions.toStdout(console, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
        return ExitCode.OK.code();
    }
}
