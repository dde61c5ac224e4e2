package lstm.cli.option;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.series.StaticColumn;
import picocli.CommandLine.Option;

/** A second table with what is known of each series. */
public final class StaticFileOption {
    @Option(
            names = "--static-file",
            paramLabel = "FILE.csv",
            description = "A second table with facts about each series that do not change over time: the key columns,"
                    + " then the facts, a row for each series.")
    private String file;

    /** The file; null if there is none. */
    public String file() {
        return file;
    }

    /** The given options, for a command line. */
    List<OptionValue> toOptions() {
        return file == null ? List.of() : List.of(new OptionValue("--static-file", file));
    }

    /**
     * Where the facts that a model knows are read from.
     *
     * @throws LstmException if there is a file and the model knows no facts
     */
    public StaticSource source(Model model) throws LstmException {
        List<StaticColumn> known = model.reading().statics();
        if (file != null && known.isEmpty()) {
            throw LstmException.usage(Setting.STATIC_FILE, " is for models that were trained with it")
                    .remedy("leave it out");
        }
        return new StaticSource(Optional.ofNullable(file), known);
    }
}
