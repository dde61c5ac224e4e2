package lstm.cli.terminal;

import java.util.concurrent.atomic.AtomicInteger;
import lstm.file.Unfinished;
import sun.misc.Signal;

/**
 * Ctrl-C (SIGINT) and SIGTERM. Either leaves at once, with no unfinished file left behind; save while training, when
 * the first one only asks to stop after the present step, so that all is saved.
 */
public final class SignalHandler {
    private static final int OFFSET = 128;

    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger awaiting = new AtomicInteger();

    /** Takes over both signals of this process. */
    public void listen() {
        for (String name : new String[] {"INT", "TERM"}) {
            try {
                Signal.handle(new Signal(name), signal -> raise(signal.getNumber()));
            } catch (IllegalArgumentException e) {
                // The JVM was told to leave this signal alone (-Xrs): then it ends the process, as it would anyway.
                return;
            }
        }
    }

    /** Does what a signal of that number does. */
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

    /** From now on the first signal only asks to stop, and the caller looks for it. Several may wait at once. */
    public void await() {
        awaiting.incrementAndGet();
    }

    /** From now on a signal leaves at once again, unless another waits for it. */
    public void awaitNoMore() {
        awaiting.decrementAndGet();
    }

    /** Asks to stop as the first signal of that number does; says whether it was the first. */
    public boolean request(int signal) {
        return number.compareAndSet(0, signal);
    }

    /** Whether to stop. */
    public boolean isRaised() {
        return number.get() != 0;
    }

    /** The exit code of a process that such a signal ended. */
    public int exitCode() {
        return OFFSET + number.get();
    }
}
