package lstm.cli;

import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * Ctrl-C (SIGINT) and SIGTERM while training: the first asks to stop after the present step, so that all is saved; the
 * second leaves at once.
 */
final class StopSignal {
    private static final int OFFSET = 128;

    private final AtomicInteger number = new AtomicInteger();

    /** Takes over both signals of this process. */
    void listen() {
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
    void raise(int signal) {
        if (!request(signal)) {
            Runtime.getRuntime().halt(OFFSET + signal);
        }
    }

    /** Asks to stop as the first signal of that number does; says whether it was the first. */
    boolean request(int signal) {
        return number.compareAndSet(0, signal);
    }

    /** Whether to stop. */
    boolean isRaised() {
        return number.get() != 0;
    }

    /** The exit code of a process that such a signal ended. */
    int exitCode() {
        return OFFSET + number.get();
    }
}
