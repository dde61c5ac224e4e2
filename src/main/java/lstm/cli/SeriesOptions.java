package lstm.cli;

import java.util.List;
import lstm.series.ReadOptions;
import picocli.CommandLine.Option;

/** What the user says about a CSV that a model is yet to be made for. */
final class SeriesOptions {
    @Option(
            names = "--target",
            paramLabel = "NAME",
            description =
                    "Column to forecast (default: the only numeric one, or else Close, close, Adj Close, value, y).")
    private String target;

    @Option(
            names = "--features",
            paramLabel = "NAME",
            split = ",",
            description = "Further columns that the network sees, separated by commas.")
    private List<String> features = List.of();

    @Option(
            names = "--date",
            paramLabel = "NAME",
            description = "Column of dates (default: one named date, time, ..., or the first that holds dates).")
    private String date;

    /** These columns, read in the form that {@code form} says. */
    ReadOptions reading(FormOptions form) {
        ReadOptions columns = ReadOptions.DEFAULT.withFeatures(features);
        columns = target == null ? columns : columns.withTarget(target);
        return form.over(date == null ? columns : columns.withDate(date));
    }
}
