package lstm.cli.option;

import java.util.List;
import lstm.series.ReadOptions;
import picocli.CommandLine.Option;

/** The columns that tell the series of a table apart that the base model forecasts. */
public final class BaseKeyOption {
    @Option(
            names = "--by",
            paramLabel = "NAME",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Without a model: columns that tell several series in one table apart, separated by commas"
                    + " (default: each file is one series).")
    private List<String> by = List.of();

    /** Options that read a table by these columns. */
    public ReadOptions applyTo(ReadOptions reading) {
        return by.isEmpty()
                ? reading
                : reading.withKeys(by.stream().map(String::strip).toList());
    }
}
