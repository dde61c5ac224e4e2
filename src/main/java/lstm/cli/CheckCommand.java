package lstm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lstm.check.CsvCheck;
import lstm.check.TableCheck;
import lstm.check.TrainingAdvice;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.KeyOptions;
import lstm.cli.option.OptionValue;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.SeriesOptions;
import lstm.cli.option.TrainCommandLine;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.preset.Preset;
import lstm.progress.ProgressListener;
import lstm.report.CheckJson;
import lstm.report.CheckText;
import lstm.report.CommandLineText;
import lstm.report.Json;
import lstm.report.LeakReport;
import lstm.report.TableCheckText;
import lstm.report.TrainingHint;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesKey;
import lstm.workflow.LeakExperiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm check}: shows what a CSV contains, what is wrong with it, and how to train on it. */
@Command(
        name = "check",
        header = {
            "Shows what a CSV contains, what is wrong with it, and how to train on it.",
            "",
            "  lstm check prices.csv                  ends with the train command to run",
            "  lstm check prices.csv --target Open    looks at another column",
            "  lstm check prices.csv --missing drop   what is left without the bad rows",
            "  lstm check prices.csv --leak           what leaking rows would claim",
            "  lstm check prices.csv --json           for scripts",
            "  lstm check sales.csv --by store,item   many series in one table",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    /** Series that a command line can name one by one. */
    private static final int MOST_NAMED = 10;

    private final Console console;

    @Parameters(
            paramLabel = "FILE.csv",
            arity = "1..*",
            description = "CSV file with a header; - for standard input. With --by, several files are one table.")
    private List<String> files;

    @Mixin
    private SeriesOptions columns;

    @Mixin
    private KeyOptions keys;

    @Mixin
    private CsvFormatOptions form;

    @Option(
            names = "--leak",
            description = "Also train a small network twice, in a few seconds: with a scaler fitted on all rows and"
                    + " validation windows drawn at random, as in many tutorials, and on earlier rows only, scored"
                    + " on later ones. Shows what each claims.")
    private boolean leak;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Mixin
    private CommonOptions common;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        common.files(console).reads(files).toStdout();
        ReadOptions reading = keys.applyTo(columns.reading(form));
        KeyFilter filter = keys.filter(reading);
        if (!reading.keys().isEmpty()) {
            if (leak) {
                throw LstmException.usage(Setting.LEAK, " looks at one series")
                        .remedy("leave out ", Setting.BY, ", or check a file of one series");
            }
            print(table(reading, filter));
            return ExitCode.OK.code();
        }
        String file = InputFiles.only(files);
        CsvCheck findings = CsvCheck.read(CsvSource.of(file, console.in()), reading);
        TrainingHint hint = new TrainingHint(
                next(findings, reading, file), findings.advice().refusal().map(e -> e.message(OptionValue::text)));
        Optional<LeakReport> claimed =
                leak ? Optional.of(leaking(findings.rows().series())) : Optional.empty();
        print(
                json
                        ? Json.text(CheckJson.values(findings, hint, claimed)) + "\n"
                        : CheckText.of(findings, hint, claimed));
        return ExitCode.OK.code();
    }

    private static LeakReport leaking(Series series) throws LstmException {
        LeakExperiment experiment = LeakExperiment.on(series);
        return new LeakReport(experiment, experiment.run(ProgressListener.NONE));
    }

    private void print(String text) throws LstmException, BrokenPipeException {
        OutputOptions.toStdout(console, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The findings about a table of several series. */
    private String table(ReadOptions reading, KeyFilter filter) throws LstmException {
        TableCheck findings = TableCheck.read(CsvSource.all(files, console.in()), reading, filter);
        List<SeriesKey> some = filter.equals(KeyFilter.ALL) ? findings.trainable(MOST_NAMED) : List.of();
        TrainCommandLine line = TrainCommandLine.of(
                        findings.longest(), reading.withMissing(findings.missing()), columns, files.get(0))
                .and(files.subList(1, files.size()))
                .with(keys.toOptions(some, reading.keys()))
                .with(new OptionValue("--preset", "accurate"));
        Optional<String> model = model(files.get(0));
        CommandLineText next = (model.isPresent() ? line.with(new OptionValue("-o", model.get())) : line).asText();
        return json ? Json.text(TableCheckText.values(findings, next)) + "\n" : TableCheckText.of(findings, next);
    }

    /** The command that trains as advised, if anything can be trained. */
    private Optional<CommandLineText> next(CsvCheck findings, ReadOptions reading, String file) {
        TrainingAdvice advice = findings.advice();
        if (!advice.canTrain()) {
            return Optional.empty();
        }
        TrainCommandLine line =
                TrainCommandLine.of(findings.rows().series(), reading.withMissing(findings.missing()), columns, file);
        if (advice.preset() != Preset.CLASSIC) {
            line = line.with(new OptionValue("--preset", advice.preset().toString()));
        }
        Optional<String> model = model(file);
        return Optional.of((model.isPresent() ? line.with(new OptionValue("-o", model.get())) : line).asText());
    }

    /** A free name for the model file, if training would have none or one that is taken. */
    private Optional<String> model(String file) {
        Path usual = file.equals("-") ? Path.of("stdin.model.json") : TrainCommand.defaultModel(file);
        Path free = usual;
        for (int number = 2; Files.exists(free); number++) {
            free = Path.of(usual.toString().replaceFirst("\\.model\\.json$", "-" + number + ".model.json"));
        }
        boolean unnamed = file.equals("-") || files.size() > 1;
        return free.equals(usual) && !unnamed ? Optional.empty() : Optional.of(free.toString());
    }
}
