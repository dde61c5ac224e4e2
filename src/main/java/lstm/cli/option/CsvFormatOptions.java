package lstm.cli.option;

import lstm.series.Missing;
import lstm.series.ReadOptions;
import picocli.CommandLine.Option;

/** What the user says about the form of a CSV; everything left out is found out from the file. */
public final class CsvFormatOptions {
    @Option(
            names = "--missing",
            paramLabel = "POLICY",
            description =
                    "Cells without a number: error, drop (the row), forward (last value), interpolate or mask (interpolate, but learn from and score no window that touches one)"
                            + " (default: error, or as the model was trained).")
    private Missing missing;

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "What separates fields (default: detected).")
    private Character delimiter;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "Form of the dates, such as d/M/yyyy (default: detected).")
    private String dateFormat;

    /** The same reading with what was said here. */
    public ReadOptions applyTo(ReadOptions reading) {
        ReadOptions said = missing == null ? reading : reading.withMissing(missing);
        said = delimiter == null ? said : said.withDelimiter(delimiter);
        return dateFormat == null ? said : said.withDateFormat(dateFormat);
    }
}
