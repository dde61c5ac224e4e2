package lstm.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import lstm.base.BaseForecaster;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.file.Disk;

/**
 * Trains and forecasts many files, several at a time, or forecasts them by the base network, which is loaded once. A
 * file that already has a finished model of the same data and settings is left alone; an interrupted training is
 * resumed.
 */
public final class Batch {
    private static final long MINUTE = 60;

    private final List<BatchJob> jobs;
    private final ForecastWriter writer;
    private int sideBySide = Runtime.getRuntime().availableProcessors();
    private TrainingStart start = TrainingStart.AS_NEEDED;
    private BatchListener listener = BatchListener.NONE;
    private Disk disk = Disk.LOCAL;
    private LongSupplier clock = System::nanoTime;
    private boolean updates;
    private OptionalLong timeout = OptionalLong.empty();
    private Optional<BaseForecaster> forecaster = Optional.empty();

    private Batch(List<BatchJob> jobs, ForecastWriter writer) {
        this.jobs = List.copyOf(jobs);
        this.writer = writer;
    }

    /** A batch of files. */
    public static Batch of(List<BatchJob> jobs, ForecastWriter writer) {
        return new Batch(jobs, writer);
    }

    /** Files processed at the same time, each on one thread (default: one for each processor). */
    public Batch jobs(int number) throws LstmException {
        sideBySide = SettingRange.atLeastOne(Setting.JOBS, number);
        return this;
    }

    /** Trains every file from the beginning. */
    public Batch anew() {
        start = TrainingStart.ANEW;
        return this;
    }

    /**
     * Continues the training of finished models with rows that have been added to their files, as {@link ModelUpdate}
     * does, instead of training them from the beginning.
     */
    public Batch update() {
        updates = true;
        return this;
    }

    /** Time for reading and training a file (default: no limit). One that takes longer fails and keeps what it had. */
    public Batch timeout(Duration each) {
        timeout = OptionalLong.of(each.toNanos());
        return this;
    }

    /** Follows the batch and may stop it. */
    public Batch listener(BatchListener follower) {
        listener = follower;
        return this;
    }

    /**
     * Writes to another disk.
     *
     * @param nanoseconds a clock, for how often an unfinished training is saved and for the time of a file
     */
    public Batch disk(Disk other, LongSupplier nanoseconds) {
        disk = other;
        clock = nanoseconds;
        return this;
    }

    /**
     * Does the files, beginning with the first.
     *
     * @return the files that were started, in their order; all, unless the listener stopped it
     * @throws InterruptedException if this thread is interrupted; trainings that run then are stopped and saved
     */
    public List<BatchResult> run() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(sideBySide, jobs.size())));
        BatchResult[] results = new BatchResult[jobs.size()];
        AtomicInteger next = new AtomicInteger();
        boolean needsBase = jobs.stream().anyMatch(job -> job.model().isEmpty());
        forecaster = needsBase ? Optional.of(BaseRequest.forecaster(sideBySide)) : Optional.empty();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int k = 0; k < Math.min(sideBySide, jobs.size()); k++) {
                running.add(threads.submit(() -> work(next, results)));
            }
            for (Future<?> one : running) {
                await(one);
            }
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(MINUTE, TimeUnit.SECONDS);
            forecaster.ifPresent(BaseForecaster::close);
        }
        List<BatchResult> done = new ArrayList<>();
        for (BatchResult result : results) {
            if (result != null) {
                done.add(result);
            }
        }
        return done;
    }

    private void work(AtomicInteger next, BatchResult[] results) {
        while (!isOver()) {
            int number = next.getAndIncrement();
            if (number >= results.length) {
                return;
            }
            results[number] = new BatchWorker(this, jobs.get(number)).run();
            synchronized (this) {
                listener.done(results[number]);
            }
        }
    }

    private boolean isOver() {
        synchronized (this) {
            return listener.isOver() || Thread.currentThread().isInterrupted();
        }
    }

    private static void await(Future<?> running) throws InterruptedException {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }

    ForecastWriter writer() {
        return writer;
    }

    /** The base network, which the files share. */
    BaseForecaster forecaster() {
        return forecaster.orElseThrow();
    }

    TrainingStart start() {
        return start;
    }

    boolean updates() {
        return updates;
    }

    /** In nanoseconds. */
    OptionalLong timeout() {
        return timeout;
    }

    BatchListener listener() {
        return listener;
    }

    Disk disk() {
        return disk;
    }

    LongSupplier clock() {
        return clock;
    }
}
