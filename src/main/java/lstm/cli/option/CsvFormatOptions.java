package lstm.cli.option;

import java.util.List;
import lstm.series.DecimalSign;
import lstm.series.Missing;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.ThousandsSign;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--decimal",
            paramLabel = "SIGN",
            description = "Decimal sign of the numbers: point or comma (default: detected).")
    private DecimalSign decimal;

    @Option(
            names = "--thousands",
            paramLabel = "SIGN",
            description = "Sign between groups of digits: none, point, comma, space, apostrophe or underscore"
                    + " (default: detected).")
    private ThousandsSign thousands;

    @Option(
            names = "--missing-mark",
            paramLabel = "NUMBER",
            converter = MissingMark.Reader.class,
            description = "Number that stands for a missing value, such as -999; repeat the option for several; none:"
                    + " there is no such number (default: numbers of nines that stand out are asked about).")
    private List<MissingMark> marks;

    @Option(
            names = "--header-line",
            paramLabel = "LINE",
            converter = HeaderLineConverter.class,
            description = "Line with the names of the columns (default: detected).")
    private Integer headerLine;

    @Option(
            names = "--no-header",
            description = "No line has the names of the columns; they are called c1, c2 and so on.")
    private boolean noHeader;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The reading options with the options given here. */
    public ReadOptions applyTo(ReadOptions reading) {
        ReadOptions options = missing == null ? reading : reading.withMissing(missing);
        options = delimiter == null ? options : options.withDelimiter(delimiter);
        options = dateFormat == null ? options : options.withDateFormat(dateFormat);
        NumberStyle numbers = options.numbers();
        numbers = decimal == null ? numbers : numbers.withDecimal(decimal);
        numbers = thousands == null ? numbers : numbers.withThousands(thousands);
        options = options.withNumbers(numbers);
        options = marks == null ? options : options.withMissingMarks(given());
        return header(options);
    }

    private ReadOptions header(ReadOptions options) {
        if (headerLine != null && noHeader) {
            throw new ParameterException(command.commandLine(), "--header-line and --no-header exclude each other");
        }
        ReadOptions named = headerLine == null ? options : options.withHeaderLine(headerLine);
        return noHeader ? named.withHeaderLine(ReadOptions.NO_HEADER) : named;
    }

    private List<Double> given() {
        return marks.stream().flatMap(mark -> mark.value().stream().boxed()).toList();
    }
}
