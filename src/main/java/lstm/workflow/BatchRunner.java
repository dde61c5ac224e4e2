package lstm.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lstm.cli.terminal.BatchProgress;
import lstm.cli.terminal.BrokenPipeException;
import lstm.error.LstmException;

/** Does the files of a batch, some side by side, until all are done or something stops it. */
public final class BatchRunner {
    private final BatchWorker worker;
    private final BatchProgress report;
    private final boolean failFast;
    private final AtomicInteger next = new AtomicInteger();

    public BatchRunner(BatchWorker worker, BatchProgress report, boolean failFast) {
        this.worker = worker;
        this.report = report;
        this.failFast = failFast;
    }

    /**
     * Does all files, beginning with the first.
     *
     * @throws LstmException if the status of a file cannot be written
     * @throws BrokenPipeException if nobody reads it any more
     */
    public void all(List<BatchJob> items, int jobs) throws LstmException, BrokenPipeException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(jobs, items.size()));
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int k = 0; k < Math.min(jobs, items.size()); k++) {
                running.add(threads.submit(() -> {
                    some(items);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                await(one);
            }
        } finally {
            threads.shutdownNow();
        }
        report.rethrow();
    }

    private void some(List<BatchJob> items) {
        while (!report.isOver(failFast)) {
            int number = next.getAndIncrement();
            if (number >= items.size()) {
                return;
            }
            report.add(worker.run(items.get(number)));
        }
    }

    private static void await(Future<?> running) throws InterruptedException {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
