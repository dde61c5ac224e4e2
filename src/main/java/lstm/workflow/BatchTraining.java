package lstm.workflow;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.model.Score;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.train.TrainingState;
import lstm.workflow.BatchJob.OwnModel;
import lstm.workflow.BatchResult.Learning;
import lstm.workflow.ModelUpdate.UpdateRun;

/** Brings the model of one file of a batch up to date. */
final class BatchTraining {
    private static final double SECOND = 1e9;

    private final Batch batch;
    private final BatchJob job;
    private final OwnModel own;
    private final long start;

    BatchTraining(Batch batch, BatchJob job, OwnModel own) {
        this.batch = batch;
        this.job = job;
        this.own = own;
        this.start = batch.clock().getAsLong();
    }

    /**
     * What was done to the model.
     *
     * @param scores of the model on held-out rows
     */
    record Trained(Learning learning, List<Score> scores) {}

    /** Reads the rows of a file. */
    interface RowReader {
        Series read() throws LstmException;
    }

    /**
     * Trains or updates the model as far as it is necessary.
     *
     * @param reader of the file, which is read once no other process can change the model
     * @return empty if the batch was stopped
     * @throws LstmException also of kind {@code TIMEOUT}; the model of an earlier run is in place then
     */
    Optional<Trained> run(RowReader reader) throws LstmException {
        try (ModelTarget target = ModelTarget.lock(own.model(), batch.disk(), batch.clock())) {
            Series rows = reader.read();
            Optional<byte[]> earlier = batch.timeout().isPresent() ? target.finished() : Optional.empty();
            Stop stop = new Stop();
            Optional<Trained> trained = trained(target, rows, stop);
            if (trained.isEmpty() && stop.late) {
                if (earlier.isPresent()) {
                    target.restore(earlier.get());
                }
                throw late(earlier.isPresent());
            }
            return trained;
        }
    }

    private Optional<Trained> trained(ModelTarget target, Series rows, Stop stop) throws LstmException {
        Optional<UpdateRun> update = batch.updates() ? BatchUpdate.of(target, own, rows) : Optional.empty();
        if (update.isPresent()) {
            return updated(target, update.get(), stop);
        }
        TrainResult result = Training.of(rows)
                .settings(own.train().settings(rows, earlier(target)))
                .threads(1)
                .listener(stop)
                .saveTo(target, batch.start())
                .run();
        return switch (result.outcome()) {
            case INTERRUPTED -> Optional.empty();
            case TRAINED -> Optional.of(new Trained(Learning.FULL, result.scores()));
            case UNCHANGED -> Optional.of(new Trained(Learning.NONE, result.scores()));
        };
    }

    /** The model that training continues from, if there is one. */
    private Optional<Model> earlier(ModelTarget target) throws LstmException {
        return batch.start() == TrainingStart.AS_NEEDED ? target.read() : Optional.empty();
    }

    private static Optional<Trained> updated(ModelTarget target, UpdateRun update, Stop stop) throws LstmException {
        Optional<UpdateResult> ended = update.run(stop);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        UpdateResult result = ended.get();
        if (result.isNew()) {
            target.write(result.model());
        }
        Learning learning =
                update.job().isEmpty() ? Learning.NONE : result.isNew() ? Learning.UPDATE : Learning.REJECTED;
        return Optional.of(new Trained(learning, result.scores()));
    }

    private LstmException late(boolean kept) {
        return LstmException.of(
                        Kind.TIMEOUT,
                        "took longer than ",
                        NumberText.seconds(batch.timeout().getAsLong() / SECOND),
                        kept ? "; the model of an earlier run is kept" : "; the next run resumes its training")
                .remedy("allow more with ", Setting.TIMEOUT)
                .in(job.file());
    }

    /** Stops the training when the batch is stopped or the time of the file is over. */
    private final class Stop implements TrainingListener {
        private boolean late;

        @Override
        public boolean afterStep(TrainingState state, int batches) {
            return stops();
        }

        @Override
        public boolean beforeResult(TrainingState state) {
            return stops();
        }

        private boolean stops() {
            if (batch.listener().stopsTrainings()) {
                return true;
            }
            late = batch.timeout().isPresent()
                    && batch.clock().getAsLong() - start > batch.timeout().getAsLong();
            return late;
        }
    }
}
