package lstm.spark;

import java.util.List;
import java.util.OptionalInt;
import lstm.cli.option.OnlyOption;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.series.KeyFilter;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which series a table has, how its columns are read, and how it is divided. */
final class TableOptions {
    static final Setting PARTITIONS = new Setting("partitions");

    @Option(
            names = "--by",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Columns that tell the series of the table apart, separated by commas (default: those that the"
                            + " model was trained with).")
    private List<String> by = List.of();

    @Mixin
    private OnlyOption only;

    @Option(
            names = "--missing",
            paramLabel = "POLICY",
            description = "What to do about cells without a number: error (the series fails), drop (the row), forward,"
                    + " interpolate, or mask (default: error, or what the model was trained with).")
    private Missing missing;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "How dates are written if their column is text, such as d/M/yyyy (default: ISO).")
    private String dateFormat;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Tasks among which the series are divided (default: spark.sql.shuffle.partitions).")
    private Integer partitions;

    /** The reading options with the options given here. */
    ReadOptions applyTo(ReadOptions reading) {
        ReadOptions options = missing == null ? reading : reading.withMissing(missing);
        options = dateFormat == null ? options : options.withDateFormat(dateFormat);
        return by.isEmpty()
                ? options
                : options.withKeys(by.stream().map(String::strip).toList());
    }

    /** The series to take, by the values of these key columns. */
    KeyFilter filter(List<String> keys) throws LstmException {
        return only.filter(keys);
    }

    /** The number of partitions, if given. */
    OptionalInt partitions() throws LstmException {
        if (partitions == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(SettingRange.atLeastOne(PARTITIONS, partitions));
    }
}
