package lstm.cli.option;

import java.util.List;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.KeyFilter;
import picocli.CommandLine.Option;

/** Some of the series of a table. */
public final class OnlyOption {
    @Option(
            names = "--only",
            paramLabel = "KEY=VALUE",
            description = "Series of a table to take, such as store=7,item=1..20; repeat the option for alternatives"
                    + " (default: all).")
    private List<String> conditions = List.of();

    /**
     * The filter of series.
     *
     * @param keys names of the key columns; empty if a file is one series
     */
    public KeyFilter filter(List<String> keys) throws LstmException {
        if (keys.isEmpty() && !conditions.isEmpty()) {
            throw LstmException.usage(Setting.ONLY, " chooses series of a table, but no columns tell series apart")
                    .remedy("leave it out, or name them with ", Setting.BY);
        }
        return keys.isEmpty() ? KeyFilter.ALL : KeyFilter.of(conditions, keys);
    }

    /** The given options, for a command line. */
    List<OptionValue> toOptions() {
        return conditions.stream()
                .map(condition -> new OptionValue("--only", condition))
                .toList();
    }
}
