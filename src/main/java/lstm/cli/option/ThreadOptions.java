package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import picocli.CommandLine.Option;

/** How many threads compute. */
public final class ThreadOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that compute; the result is the same for any number (default: all processors)."
                    + " 16 windows of a batch keep one thread busy.")
    private int threads = Runtime.getRuntime().availableProcessors();

    public void check() throws LstmException {
        SettingRange.atLeastOne(Setting.THREADS, threads);
    }

    public int count() {
        return threads;
    }
}
