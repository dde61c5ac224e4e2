package lstm.workflow;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.Shortage;
import lstm.file.AtomicFile;
import lstm.file.BoundedFile;
import lstm.file.Existing;
import lstm.forecast.SeriesForecast;
import lstm.model.Model;
import lstm.model.Score;
import lstm.modelfile.ModelFile;
import lstm.series.Series;
import lstm.workflow.BatchJob.BaseModel;
import lstm.workflow.BatchJob.OwnModel;
import lstm.workflow.BatchResult.Learning;
import lstm.workflow.BatchResult.Rows;
import lstm.workflow.BatchResult.State;
import lstm.workflow.BatchTraining.Trained;

/** Trains and forecasts one file of a batch. */
final class BatchWorker {
    private static final double SECOND = 1e9;

    private final Batch batch;
    private final BatchJob job;
    private Optional<Series> series = Optional.empty();
    private Optional<Model> model = Optional.empty();
    private Optional<Learning> learning = Optional.empty();
    private Optional<Score> score = Optional.empty();
    private Optional<BatchForecast> forecast = Optional.empty();

    BatchWorker(Batch batch, BatchJob job) {
        this.batch = batch;
        this.job = job;
    }

    /** Trains and forecasts the file. Never throws; a failure is part of the result. */
    @SuppressWarnings("IllegalCatch") // One file that fails, for whatever reason, must not end the others.
    BatchResult run() {
        long start = System.nanoTime();
        State state = State.FAILED;
        Optional<Throwable> failure = Optional.empty();
        try {
            state = job.work() instanceof OwnModel own ? trainAndForecast(own) : forecast((BaseModel) job.work());
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            failure = Optional.of(Shortage.behind(e).map(Throwable.class::cast).orElse(e));
        }
        boolean failed = state == State.FAILED || state == State.STOPPED;
        return new BatchResult(
                job,
                state,
                failure,
                (System.nanoTime() - start) / SECOND,
                series.map(Rows::of),
                model,
                learning,
                score,
                failed ? BatchForecast.earlier(job) : forecast);
    }

    private State trainAndForecast(OwnModel own) throws LstmException {
        requireWritable(own.model());
        requireWritable(job.forecast());
        AtomicFile.sweep(batch.disk(), job.forecast());
        Optional<Trained> trained = new BatchTraining(batch, job, own).run(this::read);
        if (trained.isEmpty()) {
            return State.STOPPED;
        }
        Model made = ModelFile.read(own.model());
        model = Optional.of(made);
        score = made.score();
        learning = trained.map(Trained::learning);
        own.train().gate().requireSkill(trained.get().scores());
        boolean written = write(predict(own, made));
        return written || learning.get().isNew() ? State.DONE : State.UNCHANGED;
    }

    private State forecast(BaseModel base) throws LstmException {
        requireWritable(job.forecast());
        AtomicFile.sweep(batch.disk(), job.forecast());
        BasePrediction prediction =
                BasePrediction.of(read()).intervals(base.predict().intervals());
        if (base.season().isPresent()) {
            prediction.season(base.season().getAsInt());
        }
        if (base.predict().horizon().isPresent()) {
            prediction.horizon(base.predict().horizon().getAsInt());
        }
        BasePrediction.Result result = prediction.run(batch.forecaster());
        score = result.heldOut();
        return write(result.forecast()) ? State.DONE : State.UNCHANGED;
    }

    private Series read() throws LstmException {
        Series rows = job.series().isPresent()
                ? job.series().get().series()
                : CsvReader.read(
                        CsvSource.of(job.file(), InputStream.nullInputStream()),
                        job.work().reading());
        series = Optional.of(rows);
        return rows;
    }

    /** Outputs are read again, by the next run at the latest. */
    private static void requireWritable(Path output) throws LstmException {
        AtomicFile.checkWritable(output, Existing.REPLACE);
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw LstmException.usage("is not a file")
                    .remedy("remove it or name another folder with ", Setting.OUTPUT)
                    .in(output);
        }
    }

    private SeriesForecast predict(OwnModel own, Model made) throws LstmException {
        try (Prediction prediction = own.predict().prediction(made, own.model().toString())) {
            if (learning.equals(Optional.of(Learning.REJECTED))) {
                // The model keeps its own last rows, which are no longer those of the file.
                prediction.after(series.orElseThrow());
            }
            return prediction.forecast();
        }
    }

    /** Writes a forecast unless its file holds it already; says whether it wrote. */
    private boolean write(SeriesForecast next) throws LstmException {
        byte[] bytes = batch.writer().bytes(next);
        boolean isNew = !Files.isRegularFile(job.forecast())
                || !Arrays.equals(BoundedFile.read(job.forecast(), Integer.MAX_VALUE, LstmException.Kind.IO), bytes);
        if (isNew) {
            AtomicFile.write(batch.disk(), job.forecast(), bytes, Existing.REPLACE);
        }
        forecast = BatchForecast.of(job, next);
        return isNew;
    }
}
