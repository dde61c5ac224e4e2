package lstm.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        this.others = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, Workers::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lstm-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs task 0 .. tasks-1, thread k taking tasks k, k + threads, ...; returns when all have ended. */
    public void run(int tasks, IntConsumer task) {
        List<Future<?>> running = new ArrayList<>();
        for (int first = 1; first < Math.min(threads, tasks); first++) {
            int start = first;
            running.add(others.submit(() -> strided(start, tasks, task)));
        }
        try {
            strided(0, tasks, task);
        } finally {
            running.forEach(Workers::await);
        }
    }

    private void strided(int first, int tasks, IntConsumer task) {
        for (int k = first; k < tasks; k += threads) {
            task.accept(k);
        }
    }

    private static void await(Future<?> running) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    running.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a worker failed", e.getCause());
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
        if (others != null) {
            others.shutdownNow();
        }
    }
}
