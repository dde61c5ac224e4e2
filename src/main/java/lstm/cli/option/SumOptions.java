package lstm.cli.option;

import java.util.List;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.SumGrouping;
import picocli.CommandLine.Option;

/** Sums over the series of a table. */
public final class SumOptions {
    @Option(
            names = "--sum-by",
            paramLabel = "NAME,...",
            description = "Add the sums over the series of a table that agree in these key columns; the others are"
                    + " empty in their rows. Repeat the option for other sums.")
    private List<String> by = List.of();

    @Option(names = "--sum-all", description = "Add the sum over all series of a table.")
    private boolean all;

    /** Refuses sums of what is no table. */
    public void check(boolean isTable) throws LstmException {
        if (!isTable && (all || !by.isEmpty())) {
            throw LstmException.usage(all ? Setting.SUM_ALL : Setting.SUM_BY, " is for tables of several series")
                    .remedy("leave it out, or train the model with ", Setting.BY);
        }
    }

    /** The sums that are asked for. */
    public List<SumGrouping> groupings(List<String> keys) throws LstmException {
        return SumGrouping.of(by, all, keys);
    }
}
