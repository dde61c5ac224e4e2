package lstm.workflow;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.file.AtomicFile;
import lstm.file.BoundedFile;
import lstm.file.Existing;
import lstm.forecast.SeriesForecast;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.series.Series;
import lstm.train.TrainingState;
import lstm.workflow.BatchResult.State;

/** Trains and forecasts one file of a batch after the other. Any number of threads may use one. */
final class BatchWorker {
    private static final double SECOND = 1e9;

    private final Batch batch;

    BatchWorker(Batch batch) {
        this.batch = batch;
    }

    /** Trains and forecasts one file. Never throws; a failure is part of the result. */
    @SuppressWarnings("IllegalCatch") // One file that fails, for whatever reason, must not end the others.
    BatchResult run(BatchJob job) {
        long start = System.nanoTime();
        State state = State.FAILED;
        Optional<Throwable> failure = Optional.empty();
        try {
            state = trainAndForecast(job);
        } catch (Exception | OutOfMemoryError e) {
            failure = Optional.of(e);
        }
        return new BatchResult(job, state, failure, (System.nanoTime() - start) / SECOND, finished(job.model()));
    }

    private State trainAndForecast(BatchJob job) throws LstmException {
        TrainResult.Outcome trained = train(job);
        if (trained == TrainResult.Outcome.INTERRUPTED) {
            return State.STOPPED;
        }
        Model model = ModelFile.read(job.model());
        boolean written = write(job.forecast(), batch.writer().bytes(predict(job, model)));
        return !written && trained == TrainResult.Outcome.UNCHANGED ? State.UNCHANGED : State.DONE;
    }

    private TrainResult.Outcome train(BatchJob job) throws LstmException {
        AtomicFile.checkWritable(job.model(), Existing.REPLACE);
        try (ModelTarget target = ModelTarget.lock(job.model(), batch.disk(), batch.clock())) {
            Series series = CsvReader.read(
                    CsvSource.of(job.file(), InputStream.nullInputStream()),
                    job.train().reading());
            TrainResult result = Training.of(series)
                    .settings(job.train().settings())
                    .threads(1)
                    .listener(new Stop(batch.listener()))
                    .saveTo(target, batch.start())
                    .run();
            if (result.outcome() != TrainResult.Outcome.INTERRUPTED) {
                job.train().gate().requireSkill(result.scores());
            }
            return result.outcome();
        }
    }

    private static SeriesForecast predict(BatchJob job, Model model) throws LstmException {
        try (Prediction prediction = job.predict().prediction(model, job.model().toString())) {
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

    private static Optional<Model> finished(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(ModelFile.read(file))
                            .filter(model -> model.training().isFinished())
                    : Optional.empty();
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
