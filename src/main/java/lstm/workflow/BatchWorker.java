package lstm.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.Shortage;
import lstm.file.AtomicFile;
import lstm.file.BoundedFile;
import lstm.file.Existing;
import lstm.forecast.SeriesForecast;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.workflow.BatchResult.Learning;
import lstm.workflow.BatchResult.Rows;
import lstm.workflow.BatchResult.State;
import lstm.workflow.BatchTraining.Trained;

/** Trains and forecasts one file of a batch. */
final class BatchWorker {
    private static final double SECOND = 1e9;

    private final Batch batch;
    private final BatchJob job;
    private final BatchTraining training;
    private Optional<Model> model = Optional.empty();
    private Optional<Learning> learning = Optional.empty();
    private Optional<BatchForecast> forecast = Optional.empty();

    BatchWorker(Batch batch, BatchJob job) {
        this.batch = batch;
        this.job = job;
        this.training = new BatchTraining(batch, job);
    }

    /** Trains and forecasts the file. Never throws; a failure is part of the result. */
    @SuppressWarnings("IllegalCatch") // One file that fails, for whatever reason, must not end the others.
    BatchResult run() {
        long start = System.nanoTime();
        State state = State.FAILED;
        Optional<Throwable> failure = Optional.empty();
        try {
            state = trainAndForecast();
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            failure = Optional.of(Shortage.behind(e).map(Throwable.class::cast).orElse(e));
        }
        boolean failed = state == State.FAILED || state == State.STOPPED;
        return new BatchResult(
                job,
                state,
                failure,
                (System.nanoTime() - start) / SECOND,
                training.series().map(Rows::of),
                model,
                learning,
                failed ? BatchForecast.earlier(job) : forecast);
    }

    private State trainAndForecast() throws LstmException {
        for (Path output : List.of(job.model(), job.forecast())) {
            AtomicFile.checkWritable(output, Existing.REPLACE);
            requireFile(output);
        }
        AtomicFile.sweep(batch.disk(), job.forecast());
        Optional<Trained> trained = training.run();
        if (trained.isEmpty()) {
            return State.STOPPED;
        }
        Model made = ModelFile.read(job.model());
        model = Optional.of(made);
        learning = trained.map(Trained::learning);
        job.train().gate().requireSkill(trained.get().scores());
        SeriesForecast next = predict(made);
        boolean written = write(job.forecast(), batch.writer().bytes(next));
        forecast = BatchForecast.of(job, next);
        return written || learning.get().isNew() ? State.DONE : State.UNCHANGED;
    }

    /** Both are read again, by the next run at the latest. */
    private static void requireFile(Path output) throws LstmException {
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw LstmException.usage("is not a file")
                    .remedy("remove it or name another folder with ", Setting.OUTPUT)
                    .in(output);
        }
    }

    private SeriesForecast predict(Model made) throws LstmException {
        try (Prediction prediction = job.predict().prediction(made, job.model().toString())) {
            if (learning.equals(Optional.of(Learning.REJECTED))) {
                // The model keeps its own last rows, which are no longer those of the file.
                prediction.after(training.series().orElseThrow());
            }
            return prediction.forecast();
        }
    }

    /** Writes a file unless it holds these bytes already; says whether it wrote. */
    private boolean write(Path file, byte[] bytes) throws LstmException {
        if (Files.isRegularFile(file)
                && Arrays.equals(BoundedFile.read(file, Integer.MAX_VALUE, LstmException.Kind.IO), bytes)) {
            return false;
        }
        AtomicFile.write(batch.disk(), file, bytes, Existing.REPLACE);
        return true;
    }
}
