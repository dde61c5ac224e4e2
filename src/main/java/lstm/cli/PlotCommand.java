package lstm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lstm.chart.Chart;
import lstm.chart.Figure;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.PictureOptions;
import lstm.cli.option.PlotOutput;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.report.EnsembleText;
import lstm.report.ForecastCsv;
import lstm.report.Titles;
import lstm.series.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lstm plot}: draws what another command wrote. */
@Command(
        name = "plot",
        header = {
            "Draws forecasts or training losses.",
            "",
            "  lstm plot scored.csv -o scored.svg     actual and predicted, from evaluate",
            "  lstm plot next.csv -o next.png         a forecast, from predict",
            "  lstm plot next.csv --history prices.csv --title 'Next week' -o next.svg",
            "  lstm plot prices.model.json            the losses, here in the terminal",
            ""
        },
        abbreviateSynopsis = true,
        sortOptions = false)
final class PlotCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            description = "A CSV written by evaluate or predict (- for standard input), or a model file.")
    private String file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PICTURE",
            description = "File to write, ending in .svg or .png (default: characters on standard output).")
    private Path output;

    @Option(names = "--force", description = "Replace PICTURE if it exists.")
    private boolean force;

    @Option(names = "--last", paramLabel = "N", description = "Draw only the last N rows of a CSV.")
    private Integer last;

    @Option(
            names = "--history",
            paramLabel = "FILE.csv",
            description = "Draw the last rows of this file before a forecast, the column that was forecast.")
    private String history;

    @Mixin
    private PictureOptions style;

    @Mixin
    private CommonOptions common;

    PlotCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (last != null) {
            SettingRange.atLeastOne(Setting.LAST, last);
        }
        Existing existing = force ? Existing.REPLACE : Existing.REFUSE;
        CommandFiles files = common.files(console).reads(file).reads(history);
        PlotOutput picture = PlotOutput.TERMINAL;
        if (output == null) {
            files.toStdout();
        } else {
            picture = PlotOutput.file(files, Setting.OUTPUT, output, existing);
        }
        style.check(picture, Setting.OUTPUT);
        Figure chart = style.apply(isModel() ? losses() : forecasts());
        if (output != null) {
            picture.draw(console, () -> chart);
        } else {
            byte[] text = chart.text(console.characters()).getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(text));
        }
        return ExitCode.OK.code();
    }

    /** Whether the file is a model: model files are JSON objects, and none of our CSV files starts with a brace. */
    private boolean isModel() {
        if (file.equals("-")) {
            return false;
        }
        try {
            Path path = Path.of(file);
            // What is read of a pipe is gone.
            if (!Files.isRegularFile(path)) {
                return false;
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.read() == '{';
            }
        } catch (IOException | InvalidPathException e) {
            // Whoever reads it as a CSV says what is wrong.
            return false;
        }
    }

    private Chart losses() throws LstmException {
        for (Setting of : List.of(Setting.LAST, Setting.HISTORY)) {
            if ((of == Setting.LAST ? last : history) != null) {
                throw LstmException.usage(of, " is for the rows of a CSV, and ", file, " is a model file")
                        .remedy("leave it out");
            }
        }
        Model model = ModelFile.read(Path.of(file));
        if (model.training().history().isEmpty()) {
            throw LstmException.model("no epoch of its training is finished yet")
                    .remedy("draw it when one is")
                    .in(file);
        }
        return EnsembleText.losses(Titles.of(model.reading().target().orElseThrow(), file), model);
    }

    private Chart forecasts() throws LstmException {
        ForecastCsv forecasts = ForecastCsv.read(file, console.in(), Optional.ofNullable(last));
        Notes.print(console, common, forecasts.series());
        Notes.print(console, common, forecasts.notes());
        return history == null ? forecasts.chart() : after(forecasts);
    }

    private Chart after(ForecastCsv forecasts) throws LstmException {
        Series before = forecasts.history(CsvSource.of(history, console.in()));
        Notes.print(console, common, before);
        return forecasts.chart(before);
    }
}
