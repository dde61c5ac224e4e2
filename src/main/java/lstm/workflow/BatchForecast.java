package lstm.workflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.forecast.ForecastStart;
import lstm.forecast.SeriesForecast;
import lstm.model.Model;
import lstm.modelfile.BaseNetworkFile;
import lstm.modelfile.ModelFile;

/**
 * A forecast of a batch that is in place.
 *
 * @param made when it was written
 * @param first its first date or row number; empty if the file is no forecast
 * @param maker how it was made; empty if the model that made it is gone
 * @param stale whether an earlier run made it, and this one has not confirmed it
 */
public record BatchForecast(Instant made, Optional<String> first, Optional<Maker> maker, boolean stale) {
    /**
     * How a forecast was made.
     *
     * @param after the last row before it, as a date or row number
     * @param version the hash of the model file, or of that of the base network: equal for equal models
     */
    public record Maker(String after, String version) {}

    /** The forecast that this run has written or found up to date. */
    static Optional<BatchForecast> of(BatchJob job, SeriesForecast forecast) throws LstmException {
        ForecastStart start = forecast.start();
        String version = job.model().isPresent() ? ModelFile.sha256(job.model().get()) : BaseNetworkFile.shippedHash();
        Maker maker = new Maker(start.stamps().text(start.last()), version);
        Optional<String> first = Optional.of(forecast.stampText(0));
        return made(job).map(time -> new BatchForecast(time, first, Optional.of(maker), false));
    }

    /** The forecast of an earlier run, whose model may still be there. */
    public static Optional<BatchForecast> earlier(BatchJob job) {
        return made(job).map(time -> {
            Optional<String> first = first(job.forecast());
            return new BatchForecast(time, first, job.model().flatMap(model -> maker(model, first)), true);
        });
    }

    private static Optional<Instant> made(BatchJob job) {
        try {
            return Files.isRegularFile(job.forecast())
                    ? Optional.of(Files.getLastModifiedTime(job.forecast()).toInstant())
                    : Optional.empty();
        } catch (IOException e) {
            // It has been removed meanwhile.
            return Optional.empty();
        }
    }

    private static Optional<String> first(Path forecast) {
        try (BufferedReader lines = Files.newBufferedReader(forecast)) {
            lines.readLine();
            return Optional.ofNullable(lines.readLine())
                    .filter(line -> line.contains(","))
                    .map(line -> line.substring(0, line.indexOf(',')).replaceFirst("^'", ""));
        } catch (IOException e) {
            // Something else has its name.
            return Optional.empty();
        }
    }

    /** The model in place, if its forecasts begin where this one does. */
    private static Optional<Maker> maker(Path file, Optional<String> first) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            Model model = ModelFile.read(file);
            ForecastStart start = ForecastStart.trained(model, file.toString());
            return model.training().isFinished()
                            && first.equals(Optional.of(start.stamps().text(start.after(1)[0])))
                    ? Optional.of(new Maker(start.stamps().text(start.last()), ModelFile.sha256(file)))
                    : Optional.empty();
        } catch (LstmException e) {
            // What failed on this file has said so.
            return Optional.empty();
        }
    }
}
