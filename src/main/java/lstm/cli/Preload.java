package lstm.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import lstm.modelfile.BaseNetworkFile;
import lstm.tensor.BackendInfo;

/**
 * Loads what forecasts need on a thread of its own, while the command line is understood and data is read: a third of
 * the time of a short run. Whatever fails here fails again, and is reported, where it is needed.
 */
final class Preload {
    private static final Set<String> COMPUTING = Set.of(
            BatchCommand.TRAIN,
            BatchCommand.PREDICT,
            BatchCommand.NAME,
            "evaluate",
            "backtest",
            "tune",
            "update",
            "explain",
            "compare");

    private final Thread thread;

    private Preload(Thread thread) {
        this.thread = thread;
    }

    /** Starts loading if a command line names a command that computes, and something that it can read. */
    static Preload start(String... args) {
        Thread thread = new Thread(() -> load(args), "preload");
        thread.setDaemon(true);
        if (isWorthIt(args)) {
            thread.start();
        }
        return new Preload(thread);
    }

    private static boolean isWorthIt(String... args) {
        return Runtime.getRuntime().availableProcessors() > 1
                && args.length > 1
                && COMPUTING.contains(args[0])
                && Arrays.stream(args).skip(1).anyMatch(Preload::isReadable);
    }

    private static boolean isReadable(String argument) {
        try {
            return argument.equals("-") || Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static void load(String... args) {
        try {
            BackendInfo.current();
            if (args[0].equals(BatchCommand.PREDICT) && DataArgument.isData(Path.of(args[1]))) {
                BaseNetworkFile.shipped();
            }
        } catch (RuntimeException | LinkageError e) {
            return;
        }
    }

    /** Waits for the end: a process that exits while a native library is being loaded can crash. */
    void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
