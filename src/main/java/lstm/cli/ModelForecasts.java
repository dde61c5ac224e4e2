package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.FileNotes;
import lstm.cli.terminal.Notes;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.evaluate.ForecastMethod;
import lstm.forecast.SeriesForecast;
import lstm.model.Combination;
import lstm.model.Method;
import lstm.model.Model;
import lstm.report.BestMethodText;
import lstm.report.ForecastReport;
import lstm.report.IntervalText;
import lstm.report.NoteText;
import lstm.series.Series;
import lstm.workflow.BatchJob;
import lstm.workflow.Prediction;

/** Forecasts CSV files, or the values after the training data, by a model. */
record ModelForecasts(Console console, CommonOptions common, CsvFormatOptions form, OutputOptions output) {
    /** Rows kept to infer the step of a series; bounded so that a file of any size can be read. */
    private static final int STEP_ROWS = 100_000;

    /**
     * The forecast of each file, in order, or without files the one after the training data; they are written with
     * notes about them.
     */
    List<SeriesForecast> each(Model model, Path modelFile, List<String> files, BatchJob.Predict request)
            throws LstmException, BrokenPipeException {
        List<SeriesForecast> forecasts = forecasts(model, modelFile, files, request);
        SeriesForecast first = forecasts.get(0);
        if (files.size() <= 1) {
            Notes.print(console, common, NoteText.of(first.start(), model));
        }
        if (first.methods().isEmpty() || first.methods().contains(own(model))) {
            notes(model, modelFile, request, first.steps());
        }
        output.write(console, ForecastReport.table(forecasts, files));
        return forecasts;
    }

    private List<SeriesForecast> forecasts(Model model, Path modelFile, List<String> files, BatchJob.Predict request)
            throws LstmException {
        List<SeriesForecast> forecasts = new ArrayList<>();
        FileNotes notes = new FileNotes(console, common, files.size());
        try (Prediction open = request.prediction(model, modelFile.toString())) {
            if (files.isEmpty()) {
                forecasts.add(open.forecast());
            }
            for (String file : files) {
                forecasts.add(open.after(read(model, file, notes)).forecast());
            }
            notes.print();
            if (request.method().equals(Optional.of(ForecastMethod.BEST))) {
                BestMethodText.of(model).forEach(line -> Notes.print(console, common, line));
            }
            open.notes().forEach(note -> Notes.print(console, common, IntervalText.of(note)));
        }
        return forecasts;
    }

    private Series read(Model model, String file, FileNotes notes) throws LstmException {
        int season = model.preparation().plan().season();
        int rows = Math.max(Math.max(model.preparation().historyRows(), season), STEP_ROWS);
        Series series = CsvReader.readLast(CsvSource.of(file, console.in()), form.applyTo(model.reading()), rows);
        notes.add(series);
        return series;
    }

    /** What to know about the intervals of a table that the model has forecast. */
    void notesOnTable(Model model, Path modelFile, BatchJob.Predict request) throws LstmException {
        ForecastMethod own = ForecastMethod.of(own(model));
        if (request.method().orElse(own) == own) {
            int horizon = model.preparation().plan().horizon();
            notes(model, modelFile, request, request.horizon().orElse(horizon));
        }
    }

    private void notes(Model model, Path modelFile, BatchJob.Predict request, int steps) throws LstmException {
        ForecastNotes.print(console, common, model, request.intervals().plan(model, modelFile.toString()), steps);
    }

    /** The method whose intervals come from the errors that the model keeps. */
    private static Method own(Model model) {
        return model.combination().filter(Combination::usesMethods).isPresent() ? Method.MODEL : Method.NETWORK;
    }
}
