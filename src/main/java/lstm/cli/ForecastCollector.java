package lstm.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.cli.option.OptionValue;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.report.CollectedForecasts;
import lstm.report.TableFormat;
import lstm.text.NumberText;
import lstm.workflow.BatchForecast;
import lstm.workflow.BatchJob;
import lstm.workflow.BatchResult;

/** Writes the forecasts of a batch that are in place, also those of files that failed or were not started. */
record ForecastCollector(Console console, Path file, TableFormat format) {
    /** Says what it wrote. */
    String collect(List<BatchJob> jobs, List<BatchResult> results) throws LstmException {
        Map<Integer, Optional<BatchForecast>> known = new HashMap<>();
        results.forEach(result -> known.put(result.job().number(), result.forecast()));
        CollectedForecasts collected = new CollectedForecasts(format);
        for (BatchJob job : jobs) {
            Optional<BatchForecast> forecast =
                    known.containsKey(job.number()) ? known.get(job.number()) : BatchForecast.earlier(job);
            if (forecast.isPresent()) {
                add(job, forecast.get(), collected);
            }
        }
        AtomicFile.write(console.disk(), file, collected.content(), Existing.REPLACE);
        int files = collected.files();
        return file + ": " + NumberText.rows(collected.rows()) + " of " + NumberText.count(files)
                + (files == 1 ? " file" : " files");
    }

    private void add(BatchJob job, BatchForecast forecast, CollectedForecasts collected) {
        try {
            collected.add(job, forecast);
        } catch (LstmException e) {
            console.say(e.message(OptionValue::text) + "; it is not in " + file);
        }
    }
}
