package lstm.cli.option;

import lstm.series.Missing;
import lstm.series.ReadOptions;
import picocli.CommandLine.Option;

/** Options for the format of a CSV; what is not given is detected. */
public final class CsvFormatOptions {
    @Option(
            names = "--missing",
            paramLabel = "POLICY",
            description = "What to do about cells without a number: error, drop (the row), forward (repeat the last"
                    + " value), interpolate, or mask (interpolate, but skip windows that touch such a cell in"
                    + " training and scoring) (default: error, or what the model was trained with).")
    private Missing missing;

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "Field separator (default: detected).")
    private Character delimiter;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "Date format: a pattern such as d/M/yyyy or MMM-yy, or quarter, short-quarter, half-year,"
                    + " month, week, excel, epoch-seconds, epoch-millis, epoch-micros or epoch-nanos"
                    + " (default: detected).")
    private String dateFormat;

    /** The reading options with the options given here. */
    public ReadOptions applyTo(ReadOptions reading) {
        ReadOptions options = missing == null ? reading : reading.withMissing(missing);
        options = delimiter == null ? options : options.withDelimiter(delimiter);
        return dateFormat == null ? options : options.withDateFormat(dateFormat);
    }
}
