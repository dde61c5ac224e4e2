package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import picocli.CommandLine.Option;

/** The {@code --threads} option. */
public final class ThreadOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; results do not depend on it (default: all processors). A thread is"
                    + " kept busy by 16 windows of a batch.")
    private int threads = Runtime.getRuntime().availableProcessors();

    public void check() throws LstmException {
        SettingRange.atLeastOne(Setting.THREADS, threads);
    }

    public int count() {
        return threads;
    }
}
