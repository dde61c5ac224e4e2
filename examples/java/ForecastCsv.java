import java.nio.file.Path;
import java.util.Locale;
import lstm.csv.CsvReader;
import lstm.error.LstmException;
import lstm.forecast.IntervalRequest;
import lstm.forecast.SeriesForecast;
import lstm.model.Model;
import lstm.model.Score;
import lstm.modelfile.ModelFile;
import lstm.preset.Preset;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.TrainingState;
import lstm.workflow.Prediction;
import lstm.workflow.TrainResult;
import lstm.workflow.Training;
import lstm.workflow.TrainingListener;

/**
 * Trains a model on a CSV, says how good it is, keeps it in a file, and forecasts a year from that file:
 *
 * <pre>java -cp target/lstm.jar examples/java/ForecastCsv.java data/airline-passengers.csv sales.json</pre>
 */
public final class ForecastCsv {
    private static final int MONTHS = 12;

    /** Prints each tenth epoch; returning true from afterStep would stop the training. */
    private static final TrainingListener PROGRESS = new TrainingListener() {
        @Override
        public void afterEpoch(TrainingState state, boolean improved) {
            int epoch = state.history().size();
            if (epoch % 10 == 0) {
                System.err.println("epoch " + epoch + (improved ? ", the best so far" : ""));
            }
        }
    };

    public static void main(String[] args) {
        try {
            Path file = Path.of(args[1]);
            train(CsvReader.read(Path.of(args[0]), ReadOptions.DEFAULT), file);
            forecast(ModelFile.read(file));
        } catch (LstmException e) {
            System.err.println(e.kind() + " at " + e.place() + ": " + e.problem() + "; " + e.remedy());
            System.exit(1);
        }
    }

    private static void train(Series series, Path file) throws LstmException {
        TrainResult trained = Training.of(series)
                .preset(Preset.ACCURATE)
                .horizon(MONTHS)
                .listener(PROGRESS)
                .run();
        for (Score score : trained.scores()) {
            System.out.printf(
                    Locale.ROOT, "RMSE %.1f, of the naive forecast %.1f%n", score.model().rmse(), score.naive().rmse());
        }
        ModelFile.write(file, trained.model());
    }

    private static void forecast(Model model) throws LstmException {
        SeriesForecast next = Prediction.with(model)
                .horizon(MONTHS)
                .intervals(IntervalRequest.ofLevels(80))
                .run();
        for (int step = 0; step < next.steps(); step++) {
            double[] interval = next.interval(step, 0);
            System.out.printf(
                    Locale.ROOT,
                    "%s %.1f (%.1f to %.1f)%n",
                    next.stampText(step),
                    next.values()[step],
                    interval[0],
                    interval[1]);
        }
    }
}
