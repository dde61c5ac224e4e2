package lstm.cli.option;

import lstm.series.Missing;
import lstm.series.ReadOptions;
import picocli.CommandLine.Option;

/** What the user says about the form of a CSV; everything left out is found out from the file. */
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
            description = "Date format, such as d/M/yyyy (default: detected).")
    private String dateFormat;

    /** The same reading with what was said here. */
    public ReadOptions applyTo(ReadOptions reading) {
        ReadOptions said = missing == null ? reading : reading.withMissing(missing);
        said = delimiter == null ? said : said.withDelimiter(delimiter);
        return dateFormat == null ? said : said.withDateFormat(dateFormat);
    }
}
