package lstm.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.series.ReadOptions;
import lstm.series.TableLayout;
import picocli.CommandLine.Option;

/** How the series of a table lie in its file. */
public final class LayoutOptions {
    @Option(
            names = "--layout",
            paramLabel = "HOW",
            description =
                    "How a table holds its series: long (a row for each date and series), wide (a column of dates,"
                            + " and a column for each series) or rows (a row for each series: keys, then values) (default:"
                            + " long, or as the model was trained).")
    private TableLayout.Form layout;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            description = "With --layout rows: the date of the first value of each row (default: dates in the header,"
                    + " or else values are numbered).")
    private String start;

    @Option(
            names = "--step",
            paramLabel = "TIME",
            description = "With --start: the time from one value to the next, such as hour, 15 minutes, day, week,"
                    + " month, quarter or year.")
    private String step;

    /**
     * Options that read a table in this layout.
     *
     * @throws LstmException if the options do not belong together, or no column is named that tells rows apart
     */
    public ReadOptions applyTo(ReadOptions reading) throws LstmException {
        if (!isGiven()) {
            return reading;
        }
        TableLayout.Form form = layout == null ? reading.layout().form() : layout;
        TableLayout asked = TableLayout.of(form, Optional.ofNullable(start), Optional.ofNullable(step));
        if (form == TableLayout.Form.ROWS && reading.keys().isEmpty()) {
            throw LstmException.usage(Setting.LAYOUT.to(form), " does not say which columns name the series")
                    .remedy("name them with ", Setting.BY);
        }
        boolean same = form == reading.layout().form() && start == null;
        return same ? reading : reading.withLayout(asked);
    }

    /** Whether a layout is asked for. */
    boolean isGiven() {
        return layout != null || start != null || step != null;
    }

    /** The given options, for a command line. */
    List<OptionValue> toOptions() {
        List<OptionValue> options = new ArrayList<>();
        if (layout != null) {
            options.add(new OptionValue("--layout", layout.toString()));
        }
        if (start != null) {
            options.add(new OptionValue("--start", start));
        }
        if (step != null) {
            options.add(new OptionValue("--step", step));
        }
        return options;
    }
}
