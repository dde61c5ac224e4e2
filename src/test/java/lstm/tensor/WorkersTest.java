package lstm.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 5", "2, 1", "2, 5", "3, 0", "3, 2", "3, 3", "3, 100", "8, 3", "8, 64"})
    void everyTaskRunsOnce(int threads, int tasks) {
        AtomicIntegerArray runs = new AtomicIntegerArray(Math.max(1, tasks));
        try (Workers workers = new Workers(threads)) {
            for (int round = 1; round <= 20; round++) {
                workers.run(tasks, runs::incrementAndGet);
                for (int task = 0; task < tasks; task++) {
                    assertEquals(round, runs.get(task), "task " + task + " after round " + round);
                }
            }
        }
    }

    @Test
    void tasksRunSideBySideAndTheCallerTakesItsShare() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CyclicBarrier all = new CyclicBarrier(3);
        try (Workers workers = new Workers(3)) {
            workers.run(3, task -> {
                threads.add(Thread.currentThread());
                await(all);
            });
        }
        assertEquals(3, threads.size());
        assertTrue(threads.contains(Thread.currentThread()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFailedTaskIsTheCauseWhereverItRan(int failing) {
        IllegalArgumentException failure = new IllegalArgumentException("task " + failing);
        AtomicInteger others = new AtomicInteger();
        try (Workers workers = new Workers(3)) {
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(3, task -> {
                        if (task == failing) {
                            throw failure;
                        }
                        others.incrementAndGet();
                    }));
            assertSame(failure, thrown.getCause());
            assertEquals(2, others.get());
            workers.run(3, task -> others.incrementAndGet());
            assertEquals(5, others.get(), "workers that met a failure go on");
        }
    }

    /** Task 1 fails while task 2 still runs, and task 2 ends only once the caller waits. */
    @Test
    void theFailureIsThrownAfterAllOtherTasksHaveEnded() {
        Thread caller = Thread.currentThread();
        AtomicReference<Thread> failed = new AtomicReference<>();
        CountDownLatch ownDone = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (Workers workers = new Workers(3)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(3, task -> {
                        switch (task) {
                            case 0 -> {
                                untilIdle(failed);
                                ownDone.countDown();
                            }
                            case 1 -> {
                                failed.set(Thread.currentThread());
                                throw new IllegalArgumentException("task 1");
                            }
                            default -> {
                                await(ownDone);
                                untilWaiting(caller);
                                ended.set(true);
                            }
                        }
                    }));
            assertTrue(ended.get(), "the failure was thrown while a task was running");
        }
    }

    @Test
    void anInterruptDoesNotLeaveTasksBehindAndIsKept() {
        AtomicBoolean ended = new AtomicBoolean();
        Thread caller = Thread.currentThread();
        try (Workers workers = new Workers(2)) {
            workers.run(2, task -> {
                if (task == 1) {
                    untilWaiting(caller);
                    caller.interrupt();
                    ended.set(true);
                }
            });
        }
        assertTrue(Thread.interrupted());
        assertTrue(ended.get());
    }

    @Test
    void noThreadIsLeftAfterClosing() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CyclicBarrier all = new CyclicBarrier(4);
        try (Workers workers = new Workers(4)) {
            workers.run(4, task -> {
                threads.add(Thread.currentThread());
                await(all);
            });
        }
        threads.remove(Thread.currentThread());
        assertEquals(3, threads.size());
        for (Thread thread : threads) {
            assertTrue(thread.isDaemon());
            thread.join(30_000);
            assertFalse(thread.isAlive(), thread + " runs on");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void lessThanOneThreadIsRefused(int threads) {
        assertThrows(IllegalArgumentException.class, () -> new Workers(threads));
    }

    private static void untilIdle(AtomicReference<Thread> worker) {
        while (worker.get() == null) {
            Thread.onSpinWait();
        }
        untilWaiting(worker.get());
    }

    private static void untilWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING
                && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
