package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.StaticSource;
import lstm.cli.option.TableForecastOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.report.ForecastReport;
import lstm.report.IntervalText;
import lstm.report.TableText;
import lstm.series.ReadOptions;
import lstm.series.SeriesTable;
import lstm.series.SumGrouping;
import lstm.workflow.BatchJob;
import lstm.workflow.FutureCovariates;
import lstm.workflow.KeyedForecast;
import lstm.workflow.Prediction;
import lstm.workflow.TablePrediction;
import lstm.workflow.TableSums;

/** Forecasts each series of a table, and writes the forecasts and the status of each. */
record TableForecasts(
        Console console,
        CommonOptions common,
        CsvFormatOptions form,
        TableForecastOptions series,
        OutputOptions output) {
    /**
     * Reads the files as one table, and forecasts it.
     *
     * @return whether the model has forecast any series
     */
    boolean run(Model model, Path modelFile, List<String> files, BatchJob.Predict request)
            throws LstmException, BrokenPipeException {
        ReadOptions reading = series.applyTo(form.applyTo(model.reading().withoutWeight()));
        List<SumGrouping> groupings = series.sums().groupings(reading.keys());
        StaticSource statics = series.staticFile().source(model);
        SeriesTable table = statics.readLast(
                CsvSource.all(files, console.in()),
                reading,
                series.only().filter(reading.keys()),
                TablePrediction.rows(model));
        Notes.print(console, common, TableText.notes(table));
        try (Prediction prediction = request.withoutFuture().prediction(model, modelFile.toString())) {
            TablePrediction each = series.applyTo(TablePrediction.with(model, prediction));
            if (request.future().isPresent() && reading.layout().isOfTargets()) {
                each.future(FutureCovariates.read(model, request.future().get(), request.format()));
            } else if (request.future().isPresent()) {
                each.future(FutureCovariates.readEach(
                        model,
                        request.future().get(),
                        request.format(),
                        series.only().filter(reading.keys())));
            }
            List<KeyedForecast> parts = each.run(table);
            List<KeyedForecast> added = TableSums.of(model, table, parts, groupings);
            List<KeyedForecast> forecasts =
                    Stream.concat(parts.stream(), added.stream()).toList();
            boolean forecast = parts.stream()
                    .anyMatch(one -> one.reason().isEmpty() && one.forecast().isPresent());
            if (forecast) {
                prediction.notes().forEach(note -> Notes.print(console, common, IntervalText.of(note)));
            }
            Notes.print(console, common, TableText.counts(table, parts, series.fallback()));
            TableText.sums(table, added).ifPresent(note -> Notes.print(console, common, note));
            series.write(console, TableText.status(table, forecasts), output.existing());
            output.write(
                    console,
                    ForecastReport.table(
                            reading,
                            forecasts,
                            prediction.levels(),
                            request.method().isPresent()));
            return forecast;
        }
    }
}
