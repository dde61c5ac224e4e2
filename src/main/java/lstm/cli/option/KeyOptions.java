package lstm.cli.option;

import java.util.ArrayList;
import java.util.List;
import lstm.error.LstmException;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.series.SeriesKey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The columns that tell the series of a table apart. */
public final class KeyOptions {
    @Option(
            names = "--by",
            paramLabel = "NAME",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Columns that tell several series in one table apart, separated by commas; the rows may"
                    + " stand in any order, and several files are one table (default: each file is one series).")
    private List<String> by = List.of();

    @Mixin
    private LayoutOptions layout;

    @Mixin
    private OnlyOption only;

    /** Options that read a table by these columns in this layout. */
    public ReadOptions applyTo(ReadOptions reading) throws LstmException {
        return layout.applyTo(
                by.isEmpty()
                        ? reading
                        : reading.withKeys(by.stream().map(String::strip).toList()));
    }

    /** The series to take of what is read with these options. */
    public KeyFilter filter(ReadOptions reading) throws LstmException {
        return only.filter(reading.keys());
    }

    /** The same before anything is known of the files. */
    public KeyFilter filter() throws LstmException {
        return filter(applyTo(ReadOptions.DEFAULT));
    }

    /**
     * The given options, for a command line that takes these series of a table.
     *
     * @param keys names of the key columns
     */
    public List<OptionValue> toOptions(List<SeriesKey> some, List<String> keys) {
        List<OptionValue> options = new ArrayList<>(toOptions());
        some.forEach(key -> options.add(new OptionValue("--only", key.text(keys))));
        return options;
    }

    /** The given options, for a command line. */
    public List<OptionValue> toOptions() {
        List<OptionValue> options = new ArrayList<>();
        if (!by.isEmpty()) {
            options.add(new OptionValue("--by", String.join(",", by)));
        }
        options.addAll(layout.toOptions());
        options.addAll(only.toOptions());
        return options;
    }
}
