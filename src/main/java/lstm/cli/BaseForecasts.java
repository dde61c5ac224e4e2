package lstm.cli;

import java.util.ArrayList;
import java.util.List;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.CommonOptions;
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
import lstm.workflow.BaseRequest;
import lstm.workflow.BaseTablePrediction;
import lstm.workflow.BatchJob;
import lstm.workflow.Fallback;
import picocli.CommandLine.ParseResult;

/** Forecasts CSV files without a model, by the base model. */
record BaseForecasts(
        Console console,
        CommonOptions common,
        BaseModelOptions base,
        TableForecastOptions series,
        OutputOptions output) {
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

    /** Refuses options that only a model has a use for. */
    static void check(ParseResult parsed) throws LstmException {
        BaseModelOptions.refuse(parsed, OF_MODELS);
    }

    /** The forecast of each file, which is written with a note about each. */
    List<SeriesForecast> each(List<String> files, ReadOptions reading, BatchJob.Predict request)
            throws LstmException, BrokenPipeException {
        series.only().filter(List.of());
        List<SeriesForecast> forecasts = new ArrayList<>();
        FileNotes notes = new FileNotes(console, common, files.size());
        for (String file : files) {
            Series rows = CsvReader.readLast(CsvSource.of(file, console.in()), reading, BaseRequest.MOST_ROWS);
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
                CsvSource.all(files, console.in()),
                reading,
                series.only().filter(reading.keys()),
                BaseRequest.MOST_ROWS);
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
