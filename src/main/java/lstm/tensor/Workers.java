package lstm.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;

/**
 * Runs the slices of a batch side by side. Which slice runs on which thread changes nothing in its result: each has its
 * own workspace, and sums over slices are taken afterwards, in the order of the slices.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    /**
     * Workers on so many threads, the calling one among them.
     *
     * @throws IllegalArgumentException if there is less than one
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread, not " + threads);
        }
        this.threads = threads;
        // A pool cannot have no thread, but starts none before it is given work.
        this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1), Workers::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lstm-worker");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs task 0 .. tasks-1, thread k taking tasks k, k + threads, ...; returns when all have ended. A thread whose
     * task fails leaves out the rest of its own.
     *
     * @throws IllegalStateException after all have ended, if a task failed; the cause is its failure
     */
    public void run(int tasks, IntConsumer task) {
        List<FutureTask<?>> running = new ArrayList<>();
        for (int first = 0; first < Math.min(threads, tasks); first++) {
            int start = first;
            running.add(new FutureTask<>(() -> strided(start, tasks, task), null));
        }
        running.stream().skip(1).forEach(others::execute);
        running.stream().limit(1).forEach(FutureTask::run);
        List<Throwable> failures =
                running.stream().map(Workers::failure).flatMap(Optional::stream).toList();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a worker failed", failures.get(0));
        }
    }

    private void strided(int first, int tasks, IntConsumer task) {
        for (int k = first; k < tasks; k += threads) {
            task.accept(k);
        }
    }

    /** Waits for the end, however often interrupted, and says what went wrong. */
    private static Optional<Throwable> failure(Future<?> running) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    running.get();
                    return Optional.empty();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return Optional.of(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
