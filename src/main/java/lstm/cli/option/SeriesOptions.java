package lstm.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.series.ReadOptions;
import picocli.CommandLine.Option;

/** Options that choose the columns of a CSV to train on. */
public final class SeriesOptions {
    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "Column to forecast; repeat the option for several (default: the only numeric column, or"
                    + " else Close, close, Adj Close, value or y).")
    private List<String> target = List.of();

    @Option(
            names = "--features",
            paramLabel = "NAME",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Additional input columns, separated by commas.")
    private List<String> features = List.of();

    @Option(
            names = "--known-ahead",
            paramLabel = "NAME",
            split = OptionConverters.COMMA,
            splitSynopsisLabel = ",",
            description = "Additional input columns known ahead of time, such as set prices or planned holidays;"
                    + " predict reads them from --future.")
    private List<String> ahead = List.of();

    @Option(
            names = "--date",
            paramLabel = "NAME",
            description = "Date column; several, such as year,month,day, are put together; none: number the rows"
                    + " (default: detected).")
    private String date;

    @Option(
            names = "--weight",
            paramLabel = "NAME",
            description = "Column that says what each series of a table counts in the loss and in the mean"
                    + " scores, such as revenue: by its mean over the training rows (default: all series count alike).")
    private String weight;

    /** The given options, for a command line. */
    List<OptionValue> toOptions() {
        List<OptionValue> options = new ArrayList<>();
        target.forEach(name -> options.add(new OptionValue("--target", name)));
        if (!features.isEmpty()) {
            options.add(new OptionValue("--features", String.join(",", features)));
        }
        if (!ahead.isEmpty()) {
            options.add(new OptionValue("--known-ahead", String.join(",", ahead)));
        }
        if (date != null) {
            options.add(new OptionValue("--date", date));
        }
        if (weight != null) {
            options.add(new OptionValue("--weight", weight));
        }
        return options;
    }

    /** Options to read these columns in a given format. */
    public ReadOptions reading(CsvFormatOptions form) {
        ReadOptions columns = ReadOptions.columns(target, features, ahead).withWeight(Optional.ofNullable(weight));
        return form.applyTo(date == null ? columns : columns.withDate(date));
    }
}
