package lstm.workflow;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
import lstm.modelfile.ModelFile;
import lstm.series.Series;
import lstm.train.TrainingState;
import lstm.workflow.BatchResult.Rows;
import lstm.workflow.BatchResult.Span;
import lstm.workflow.BatchResult.Standing;
import lstm.workflow.BatchResult.State;

/** Trains and forecasts one file of a batch. */
final class BatchWorker {
    private static final double SECOND = 1e9;

    private final Batch batch;
    private final BatchJob job;
    private Optional<Model> model = Optional.empty();
    private Optional<Rows> rows = Optional.empty();

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
            state = trainAndForecast();
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            failure = Optional.of(Shortage.behind(e).map(Throwable.class::cast).orElse(e));
        }
        boolean stale = state == State.FAILED || state == State.STOPPED;
        return new BatchResult(job, state, failure, (System.nanoTime() - start) / SECOND, model, rows, standing(stale));
    }

    private State trainAndForecast() throws LstmException {
        TrainResult trained = train();
        if (trained.outcome() == TrainResult.Outcome.INTERRUPTED) {
            return State.STOPPED;
        }
        Model made = ModelFile.read(job.model());
        model = Optional.of(made);
        job.train().gate().requireSkill(trained.scores());
        boolean written = write(job.forecast(), batch.writer().bytes(predict(made)));
        return !written && trained.outcome() == TrainResult.Outcome.UNCHANGED ? State.UNCHANGED : State.DONE;
    }

    /** Both are read again, by the next run at the latest. */
    private static void requireFile(Path output) throws LstmException {
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw LstmException.usage("is not a file")
                    .remedy("remove it or name another folder with ", Setting.OUTPUT)
                    .in(output);
        }
    }

    private TrainResult train() throws LstmException {
        for (Path output : List.of(job.model(), job.forecast())) {
            AtomicFile.checkWritable(output, Existing.REPLACE);
            requireFile(output);
        }
        AtomicFile.sweep(batch.disk(), job.forecast());
        try (ModelTarget target = ModelTarget.lock(job.model(), batch.disk(), batch.clock())) {
            Series series = CsvReader.read(
                    CsvSource.of(job.file(), InputStream.nullInputStream()),
                    job.train().reading());
            rows = Optional.of(Rows.of(series));
            return Training.of(series)
                    .settings(job.train().settings(series, earlier(target)))
                    .threads(1)
                    .listener(new Stop(batch.listener()))
                    .saveTo(target, batch.start())
                    .run();
        }
    }

    /** The model that training goes on from, if there is one. */
    private Optional<Model> earlier(ModelTarget target) throws LstmException {
        return batch.start() == TrainingStart.AS_NEEDED ? target.read() : Optional.empty();
    }

    private SeriesForecast predict(Model made) throws LstmException {
        try (Prediction prediction = job.predict().prediction(made, job.model().toString())) {
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

    /**
     * The forecast that is in place.
     *
     * @param stale whether this run has not made it
     */
    private Optional<Standing> standing(boolean stale) {
        if (!Files.isRegularFile(job.forecast())) {
            return Optional.empty();
        }
        return Optional.of(new Standing((stale ? earlier() : model).flatMap(this::span), stale));
    }

    private Optional<Span> span(Model maker) {
        try {
            return Optional.of(Span.of(maker, job.model().toString()));
        } catch (LstmException e) {
            // A model of several series, or of the last year there is, has made no forecast.
            return Optional.empty();
        }
    }

    /** The model of an earlier run, unless this one has written another over it. */
    private Optional<Model> earlier() {
        try {
            return model.isPresent() || !Files.isRegularFile(job.model())
                    ? Optional.empty()
                    : Optional.of(ModelFile.read(job.model()))
                            .filter(made -> made.training().isFinished());
        } catch (LstmException e) {
            // What failed on this file has said so.
            return Optional.empty();
        }
    }

    /** Stops a training when the batch is stopped. */
    private record Stop(BatchListener batch) implements TrainingListener {
        @Override
        public boolean afterStep(TrainingState state, int batches) {
            return batch.stopsTrainings();
        }

        @Override
        public boolean beforeResult(TrainingState state) {
            return batch.stopsTrainings();
        }
    }
}
