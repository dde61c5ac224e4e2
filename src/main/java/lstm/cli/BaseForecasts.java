package lstm.cli;

import java.util.ArrayList;
import java.util.List;
import lstm.cli.option.BaseKeyOption;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.TableForecastOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.FileNotes;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.csv.TableReader;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.forecast.SeriesForecast;
import lstm.report.BaseText;
import lstm.report.ForecastReport;
import lstm.report.TableText;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.series.SeriesTable;
import lstm.workflow.BasePrediction;
import lstm.workflow.BaseTablePrediction;
import lstm.workflow.BatchJob;
import lstm.workflow.Fallback;
import picocli.CommandLine.ParseResult;

/** Forecasts CSV files without a model, by the base model. */
record BaseForecasts(
        Console console,
        CommonOptions common,
        CsvFormatOptions form,
        BaseModelOptions base,
        TableForecastOptions series,
        OutputOptions output) {
    /** Rows of a file, or of a series of a table, that are read: enough for any season. */
    private static final int ROWS = 100_000;

    private static final List<Setting> OF_MODELS = List.of(
            Setting.METHOD,
            Setting.FUTURE,
            Setting.SAMPLES,
            Setting.SEED,
            Setting.STATIC_FILE,
            Setting.SUM_BY,
            Setting.SUM_ALL,
            Setting.FALLBACK,
            Setting.STRICT);

    /**
     * How to read the files.
     *
     * @throws LstmException if an option is given that only a model has a use for
     */
    ReadOptions reading(ParseResult parsed, BaseKeyOption keys) throws LstmException {
        BaseModelOptions.refuse(parsed, OF_MODELS);
        return series.applyTo(keys.applyTo(form.applyTo(base.reading())));
    }

    /** The forecast of each file, which is written with a note about each. */
    List<SeriesForecast> each(List<String> files, ReadOptions reading, BatchJob.Predict request)
            throws LstmException, BrokenPipeException {
        series.only().filter(List.of());
        List<SeriesForecast> forecasts = new ArrayList<>();
        FileNotes notes = new FileNotes(console, common, files.size());
        for (String file : files) {
            Series rows = CsvReader.readLast(CsvSource.of(file, console.in()), reading, ROWS);
            notes.add(rows);
            BasePrediction prediction = BasePrediction.of(rows).intervals(request.intervals());
            base.applyTo(prediction);
            if (request.horizon().isPresent()) {
                prediction.horizon(request.horizon().getAsInt());
            }
            BasePrediction.Result result = prediction.run();
            notes.add(rows.source(), List.of(BaseText.note(result)));
            forecasts.add(result.forecast());
        }
        notes.print();
        output.write(console, ForecastReport.table(forecasts, files));
        return forecasts;
    }

    /** Forecasts each series of a table. */
    void table(List<String> files, ReadOptions reading, BatchJob.Predict request)
            throws LstmException, BrokenPipeException {
        SeriesTable table = TableReader.readLast(
                CsvSource.all(files, console.in()), reading, series.only().filter(reading.keys()), ROWS);
        Notes.print(console, common, TableText.notes(table));
        BaseTablePrediction prediction =
                BaseTablePrediction.of(table).intervals(request.intervals()).skippingEnded(series.skipsEnded());
        base.applyTo(prediction);
        if (request.horizon().isPresent()) {
            prediction.horizon(request.horizon().getAsInt());
        }
        BaseTablePrediction.Result result = prediction.run();
        Notes.print(console, common, BaseText.note(result));
        Notes.print(console, common, TableText.counts(table, result.forecasts(), Fallback.NONE));
        series.write(console, TableText.status(table, result.forecasts()), output.existing());
        output.write(console, ForecastReport.table(reading, result.forecasts(), result.levels(), false));
    }
}
