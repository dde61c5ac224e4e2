package lstm.cli.option;

import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ReadOptions;
import picocli.CommandLine.Mixin;

/** The series of the table of a model that are scored. */
public final class ScoredSeriesOptions {
    @Mixin
    private LayoutOptions layout;

    @Mixin
    private OnlyOption only;

    @Mixin
    private StaticFileOption staticFile;

    @Mixin
    private SumOptions sums;

    /** Options that read a table in the layout that is asked for. */
    public ReadOptions applyTo(ReadOptions reading) throws LstmException {
        return layout.applyTo(reading);
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
        if (!isTable && (layout.isGiven() || staticFile.file() != null)) {
            throw LstmException.usage(
                            layout.isGiven() ? Setting.LAYOUT : Setting.STATIC_FILE, " is for tables of several series")
                    .remedy("leave it out, or train the model with ", Setting.BY);
        }
    }
}
