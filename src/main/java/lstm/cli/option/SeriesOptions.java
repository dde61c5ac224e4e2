package lstm.cli.option;

import java.util.ArrayList;
import java.util.List;
import lstm.series.ReadOptions;
import picocli.CommandLine.Option;

/** What the user says about a CSV that a model is yet to be made for. */
public final class SeriesOptions {
    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "Column to forecast; give it again for several (default: the only numeric one, or else Close,"
                    + " close, Adj Close, value, y).")
    private List<String> target = List.of();

    @Option(
            names = "--features",
            paramLabel = "NAME",
            split = ",",
            description = "Further columns that the network sees, separated by commas.")
    private List<String> features = List.of();

    @Option(
            names = "--known-ahead",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Further columns that are known ahead of time, such as prices set or holidays planned; predict"
                            + " takes them from --future.")
    private List<String> ahead = List.of();

    @Option(
            names = "--date",
            paramLabel = "NAME",
            description = "Column of dates (default: one named date, time, ..., or the first that holds dates).")
    private String date;

    /** How many columns are forecast. */
    public int targets() {
        return Math.max(1, target.size());
    }

    /** How many columns are known ahead; they come last. */
    public int ahead() {
        return ahead.size();
    }

    /** The same to be typed again. */
    List<OptionValue> said() {
        List<OptionValue> said = new ArrayList<>();
        target.forEach(name -> said.add(new OptionValue("--target", name)));
        if (!features.isEmpty()) {
            said.add(new OptionValue("--features", String.join(",", features)));
        }
        if (!ahead.isEmpty()) {
            said.add(new OptionValue("--known-ahead", String.join(",", ahead)));
        }
        if (date != null) {
            said.add(new OptionValue("--date", date));
        }
        return said;
    }

    /** These columns, read in the form that {@code form} says. */
    public ReadOptions reading(CsvFormatOptions form) {
        List<String> others = new ArrayList<>(target.subList(Math.min(1, target.size()), target.size()));
        others.addAll(features);
        others.addAll(ahead);
        ReadOptions columns = ReadOptions.DEFAULT.withFeatures(others);
        columns = target.isEmpty() ? columns : columns.withTarget(target.get(0));
        return form.applyTo(date == null ? columns : columns.withDate(date));
    }
}
