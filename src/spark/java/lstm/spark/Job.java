package lstm.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.text.NumberText;
import lstm.workflow.SeriesStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** A job that was submitted to Spark. */
sealed interface Job {
    /** The names of the jobs. */
    List<String> NAMES = List.of("forecast", "train", "backtest");

    /** Trains one model for all series. */
    Setting GLOBAL = new Setting("global");

    /**
     * Reads the words of a job, without touching a file.
     *
     * @throws LstmException of kind {@code USAGE} if they are not those of a job
     */
    static Job of(String name, List<String> words) throws LstmException {
        if (!NAMES.contains(name)) {
            throw LstmException.usage(LstmException.quote(name), " is not a job")
                    .remedy("use ", String.join(", ", NAMES));
        }
        JobOptions files = JobOptions.of(words);
        if (files.global() && !name.equals("train")) {
            throw LstmException.usage(GLOBAL, " is for trainings").remedy("leave it out");
        }
        if (name.equals("forecast")) {
            files.model();
            return new Forecast(files, ForecastOptions.of(files.others()));
        }
        files.requireNoForecast();
        if (files.global()) {
            return new Global(files, TrainingOptions.ofGlobal(files.others()));
        }
        return name.equals("train")
                ? Each.of(SeriesTask.Work.TRAIN, files, TrainingOptions.of(files.others()))
                : Each.of(SeriesTask.Work.BACKTEST, files, TrainingOptions.ofBacktest(files.others()));
    }

    /** Does the job, and says how many series had which status. */
    void run(SparkSession spark, PrintStream err) throws LstmException;

    /** Forecasts each series. */
    record Forecast(JobOptions files, ForecastOptions options) implements Job {
        @Override
        public void run(SparkSession spark, PrintStream err) throws LstmException {
            SparkFiles.requireNew(spark, Setting.OUTPUT, files.output());
            if (files.status() != null) {
                SparkFiles.requireNew(spark, Setting.STATUS, files.status());
            }
            Dataset<Row> series = forecast(spark).persist(StorageLevel.DISK_ONLY());
            if (files.status() != null) {
                files.write(SparkForecaster.status(series), files.status());
            }
            files.write(SparkForecaster.rows(series), files.output());
            say(series, err);
            series.unpersist();
        }

        private Dataset<Row> forecast(SparkSession spark) throws LstmException {
            if (files.model().isEmpty()) {
                return SparkForecaster.forecast(files.read(spark), options, files.input());
            }
            String name = files.model().get();
            Model model = SparkFiles.model(spark, name);
            return SparkForecaster.forecast(files.read(spark), model, name, options, files.input());
        }
    }

    /** Trains or backtests each series by itself. */
    record Each(SeriesTask.Work work, JobOptions files, TrainingOptions options) implements Job {
        private static Each of(SeriesTask.Work work, JobOptions files, TrainingOptions options) throws LstmException {
            if (work == SeriesTask.Work.TRAIN && files.writesCsv()) {
                throw LstmException.usage("a model file has many lines and does not fit into a cell of a CSV")
                        .remedy("write parquet");
            }
            return new Each(work, files, options);
        }

        @Override
        public void run(SparkSession spark, PrintStream err) throws LstmException {
            SparkFiles.requireNew(spark, Setting.OUTPUT, files.output());
            Dataset<Row> series = SparkTrainer.run(work, files.read(spark), options, files.input())
                    .persist(StorageLevel.DISK_ONLY());
            files.write(series, files.output());
            say(series, err);
            series.unpersist();
        }
    }

    /** Trains one model for all series. */
    record Global(JobOptions files, TrainingOptions options) implements Job {
        @Override
        public void run(SparkSession spark, PrintStream err) throws LstmException {
            SparkFiles.requireNew(spark, Setting.OUTPUT, files.output());
            Model model = SparkGlobalTrainer.train(files.read(spark), options, files.input());
            SparkFiles.write(spark, files.output(), model);
            err.println("lstm: trained on " + NumberText.count(model.data().series()) + " series");
        }
    }

    private static void say(Dataset<Row> series, PrintStream err) {
        Map<String, Long> counts = new HashMap<>();
        for (Row row : series.groupBy("status").agg(count(lit(1))).collectAsList()) {
            counts.put(row.getString(0), row.getLong(1));
        }
        StringJoiner texts = new StringJoiner(", ");
        for (SeriesStatus status : SeriesStatus.values()) {
            if (counts.containsKey(status.toString())) {
                texts.add(NumberText.count(counts.get(status.toString())) + " " + status);
            }
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        err.println("lstm: " + NumberText.count(all) + " series: " + texts);
    }
}
