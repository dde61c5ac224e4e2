package lstm.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ReadOptions;
import lstm.series.StaticColumn;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is known of each series of a table beside its rows. */
public final class StaticOptions {
    @Option(
            names = "--static",
            paramLabel = "NAME",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Columns with one value per series of a table, such as region,price: numbers are scaled, and"
                    + " each category gets a learned vector; code:category makes digits categories (default: with"
                    + " --static-file, all its columns).")
    private List<String> names = List.of();

    @Mixin
    private StaticFileOption file;

    /**
     * Where the facts are read from.
     *
     * @param reading how the table of the series is read
     * @throws LstmException if there are facts, and no columns tell series apart
     */
    public StaticSource source(ReadOptions reading) throws LstmException {
        boolean isGiven = !names.isEmpty() || file.file() != null;
        if (isGiven && reading.keys().isEmpty()) {
            throw LstmException.usage(
                            names.isEmpty() ? Setting.STATIC_FILE : Setting.STATIC,
                            " tells series of one table apart, but no columns name the series")
                    .remedy("leave it out, or name them with ", Setting.BY);
        }
        return new StaticSource(
                Optional.ofNullable(file.file()),
                names.stream().map(String::strip).map(StaticColumn::parse).toList());
    }

    /** The second table; null if there is none. */
    public String file() {
        return file.file();
    }

    /** The given options, for a command line. */
    public List<OptionValue> toOptions() {
        List<OptionValue> options = new ArrayList<>();
        if (!names.isEmpty()) {
            options.add(new OptionValue("--static", String.join(",", names)));
        }
        options.addAll(file.toOptions());
        return options;
    }
}
