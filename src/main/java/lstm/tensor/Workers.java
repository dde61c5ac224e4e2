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
 * Runs tasks in parallel on the calling thread and a pool of daemon threads. Results do not depend on which thread runs
 * a task as long as each task writes to memory of its own.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    /**
     * Prepares the threads; none is started before there is work for it.
     *
     * @param threads in all, including the calling one
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread, not " + threads);
        }
        this.threads = threads;
        // A pool must have room for a thread, but starts none before it is given work.
        this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1), Workers::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lstm-worker");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs tasks 0 .. tasks-1 and returns when all threads are done, even if interrupted. Thread k takes tasks k, k +
     * threads, ...; if one of them fails, it skips the rest of its own.
     *
     * @throws IllegalStateException after all threads are done, if a task failed; the cause is the failure
     * @throws VirtualMachineError after all threads are done, if memory ran out
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
            if (failures.get(0) instanceof VirtualMachineError failure) {
                throw failure;
            }
            throw new IllegalStateException("a worker failed", failures.get(0));
        }
    }

    private void strided(int first, int tasks, IntConsumer task) {
        for (long k = first; k < tasks; k += threads) {
            task.accept((int) k);
        }
    }

    /** Waits for the end, however often interrupted, and returns the failure, if any. */
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

    /** Stops the threads. */
    @Override
    public void close() {
        others.shutdownNow();
    }
}
