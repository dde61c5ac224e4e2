package lstm.cli.option;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ReadOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The series of the table of a model that are scored. */
public final class ScoredSeriesOptions {
    private static final String NONE = "none";

    @Mixin
    private LayoutOptions layout;

    @Mixin
    private OnlyOption only;

    @Mixin
    private StaticFileOption staticFile;

    @Mixin
    private SumOptions sums;

    @Option(
            names = "--weight",
            paramLabel = "NAME",
            description = "Column that says what each series of a table counts in the mean scores, such as revenue: by"
                    + " its mean over the rows before the first that is scored; none: all count alike (default: as"
                    + " the model was trained).")
    private String weight;

    /** Options that read a table in the layout, and weighed by the column, that are asked for. */
    public ReadOptions applyTo(ReadOptions reading) throws LstmException {
        ReadOptions table = layout.applyTo(reading);
        return weight == null ? table : table.withWeight(Optional.of(weight).filter(name -> !name.equals(NONE)));
    }

    /** The series to take. */
    public OnlyOption only() {
        return only;
    }

    /** The facts about the series. */
    public StaticFileOption staticFile() {
        return staticFile;
    }

    /** The sums to add. */
    public SumOptions sums() {
        return sums;
    }

    /** Refuses options that are for tables only. */
    public void check(boolean isTable) throws LstmException {
        sums.check(isTable);
        Optional<Setting> given = layout.isGiven()
                ? Optional.of(Setting.LAYOUT)
                : weight != null
                        ? Optional.of(Setting.WEIGHT)
                        : Optional.ofNullable(staticFile.file()).map(file -> Setting.STATIC_FILE);
        if (!isTable && given.isPresent()) {
            throw LstmException.usage(given.get(), " is for tables of several series")
                    .remedy("leave it out, or train the model with ", Setting.BY);
        }
    }
}
