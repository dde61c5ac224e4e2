package lstm.cli.terminal;

import java.util.concurrent.atomic.AtomicInteger;
import lstm.file.Unfinished;
import sun.misc.Signal;

/**
 * Ctrl-C (SIGINT), SIGTERM, and SIGHUP, which comes when the terminal is closed or its connection is lost. Each exits
 * at once, leaving no unfinished file behind, except during training: there the first signal requests a stop after the
 * current step, so that everything is saved.
 */
public final class SignalHandler {
    private static final int OFFSET = 128;

    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger awaiting = new AtomicInteger();

    /**
     * Takes over these signals of this process. One that it was started to ignore, as by {@code nohup}, stays ignored.
     */
    public void listen() {
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            try {
                Signal.handle(new Signal(name), signal -> raise(signal.getNumber()));
            } catch (IllegalArgumentException e) {
                // The JVM was told to leave this signal alone (-Xrs), or the system has no such
                // signal: then it does what it does anyway.
                continue;
            }
        }
    }

    /** Handles a signal of this number. */
    public void raise(int signal) {
        boolean first = request(signal);
        if (first && awaiting.get() > 0) {
            return;
        }
        if (first) {
            Unfinished.removeAndLeave(() -> leave(signal));
        }
        // A second signal comes when the disk hangs, for one: then nothing is tidied.
        leave(signal);
    }

    private static void leave(int signal) {
        Runtime.getRuntime().halt(OFFSET + signal);
    }

    /** From now on the first signal only requests a stop, which the caller polls. Several callers may wait at once. */
    public void await() {
        awaiting.incrementAndGet();
    }

    /** From now on a signal exits at once again, unless another caller waits. */
    public void awaitNoMore() {
        awaiting.decrementAndGet();
    }

    /** Requests a stop, like the first signal of this number; returns whether it was the first. */
    public boolean request(int signal) {
        return number.compareAndSet(0, signal);
    }

    /** Whether to stop. */
    public boolean isRaised() {
        return number.get() != 0;
    }

    /** The exit code after this signal. */
    public int exitCode() {
        return OFFSET + number.get();
    }
}
