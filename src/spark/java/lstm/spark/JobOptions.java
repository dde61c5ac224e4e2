package lstm.spark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a job reads and where it writes. */
@Command(name = "forecast, train or backtest", sortOptions = false)
final class JobOptions {
    private static final Setting INPUT_FORMAT = new Setting("input-format");
    static final Setting MODEL = new Setting("model");

    private enum InputFormat {
        CSV,
        PARQUET,
        TABLE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum OutputFormat {
        CSV,
        PARQUET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--input",
            paramLabel = "NAME",
            required = true,
            description = "The table: a file or folder of Parquet or CSV, or the name of a table.")
    private String input;

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            description =
                    "parquet, csv (with a header; every column is text) or table (default: csv if the name, or that"
                            + " of a file in the folder, ends in .csv or .csv.gz, otherwise parquet).")
    private InputFormat inputFormat;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            required = true,
            description = "New folder for the result; it is whole once it holds _SUCCESS.")
    private String output;

    @Option(
            names = "--output-format",
            paramLabel = "FORMAT",
            description = "parquet or csv (default: ${DEFAULT-VALUE}).")
    private OutputFormat outputFormat = OutputFormat.PARQUET;

    @Option(names = "--model", paramLabel = "FILE", description = "The model file (forecast only).")
    private String model;

    @Option(
            names = "--base",
            description = "Forecast by the base model, a network that is part of lstm and needs no training (forecast"
                    + " only).")
    private boolean isBase;

    @Option(
            names = "--status",
            paramLabel = "FOLDER",
            description = "New folder for the status of each series (forecast only).")
    private String status;

    @Option(
            names = "--global",
            description = "Train one model for all series and write its file to --output (train only).")
    private boolean global;

    private List<String> others = List.of();

    /** Reads the options that are known here; {@link #others} has the words that are left. */
    static JobOptions of(List<String> words) throws LstmException {
        JobOptions options = new JobOptions();
        CommandLine line = OptionWords.commandLine(options).setUnmatchedArgumentsAllowed(true);
        try {
            options.others =
                    List.copyOf(line.parseArgs(words.toArray(new String[0])).unmatched());
            return options;
        } catch (ParameterException e) {
            throw OptionWords.refusal(e);
        }
    }

    /** The words that say what to do rather than where. */
    List<String> others() {
        return others;
    }

    String input() {
        return input;
    }

    String output() {
        return output;
    }

    /** The model file of a forecast; empty if the base network makes it. */
    Optional<String> model() throws LstmException {
        if (model == null && !isBase) {
            throw LstmException.usage("nothing to forecast with")
                    .remedy("name a model file with ", MODEL, ", or use ", Setting.BASE);
        }
        if (model != null && isBase) {
            throw LstmException.usage(Setting.BASE, " forecasts without a model, and ", MODEL, " names one")
                    .remedy("use one of them");
        }
        return Optional.ofNullable(model);
    }

    /** Whether one model is trained for all series. */
    boolean global() {
        return global;
    }

    /** The folder for statuses; null if none is asked for. */
    String status() {
        return status;
    }

    /** Refuses what only a forecast has. */
    void requireNoForecast() throws LstmException {
        if (model != null || status != null || isBase) {
            Setting first = model != null ? MODEL : status != null ? Setting.STATUS : Setting.BASE;
            throw LstmException.usage(first, " is for forecasts").remedy("leave it out");
        }
    }

    /**
     * Opens the table.
     *
     * @throws LstmException of kind {@code DATA} if Spark cannot
     */
    Dataset<Row> read(SparkSession spark) throws LstmException {
        InputFormat format = inputFormat(spark);
        try {
            return switch (format) {
                case CSV -> csv(spark).csv(input);
                case PARQUET -> spark.read().parquet(input);
                case TABLE -> spark.table(input);
            };
        } catch (Exception e) {
            // Spark throws exceptions that it does not declare.
            if (e instanceof AnalysisException || e instanceof SparkException || e instanceof IOException) {
                throw LstmException.data("cannot be read as ", format, ": ", JobFailure.reason(e))
                        .in(input)
                        .remedy("check the name and ", INPUT_FORMAT);
            }
            throw e;
        }
    }

    private InputFormat inputFormat(SparkSession spark) throws LstmException {
        if (inputFormat != null) {
            return inputFormat;
        }
        return SparkFiles.isCsv(input) || SparkFiles.holdsCsv(spark, input) ? InputFormat.CSV : InputFormat.PARQUET;
    }

    /** Of a folder that was found to hold CSVs, other files are not read as such. */
    private DataFrameReader csv(SparkSession spark) {
        DataFrameReader reader = spark.read().option("header", "true");
        return inputFormat != null || SparkFiles.isCsv(input)
                ? reader
                : reader.option("pathGlobFilter", SparkFiles.CSV_NAMES);
    }

    /** Writes a result into a new folder. */
    void write(Dataset<Row> result, String folder) {
        var writer = result.write().mode(SaveMode.ErrorIfExists);
        if (outputFormat == OutputFormat.CSV) {
            writer.option("header", "true").csv(folder);
        } else {
            writer.parquet(folder);
        }
    }

    /** Whether the result is CSV. */
    boolean writesCsv() {
        return outputFormat == OutputFormat.CSV;
    }
}
