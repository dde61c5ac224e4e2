package lstm.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import lstm.cli.option.BaseModelOptions;
import lstm.cli.option.FallbackOptions;
import lstm.cli.option.PredictionOptions;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.workflow.BaseSeriesPrediction;
import lstm.workflow.BatchJob;
import lstm.workflow.Prediction;
import lstm.workflow.TablePrediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * How to forecast the series of a table: the options of {@code lstm predict} that concern tables, in the same words.
 *
 * <pre>{@code
 * ForecastOptions.of("--by", "store,item", "--horizon", "28", "--fallback", "naive")
 * }</pre>
 */
public final class ForecastOptions implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final List<Setting> OF_MODELS =
            List.of(Setting.METHOD, Setting.SAMPLES, Setting.SEED, Setting.FALLBACK, Setting.STRICT);

    private static final List<Setting> OF_BASE = List.of(Setting.TARGET, Setting.SEASON);

    private final OptionWords<Words> words;

    private ForecastOptions(OptionWords<Words> words) {
        this.words = words;
    }

    /**
     * Reads options.
     *
     * @param words as on the command line
     * @throws LstmException of kind {@code USAGE} if one is unknown or has an impossible value
     */
    public static ForecastOptions of(String... words) throws LstmException {
        return of(List.of(words));
    }

    /** The same with a list, as Python passes it. */
    public static ForecastOptions of(List<String> words) throws LstmException {
        ForecastOptions options = new ForecastOptions(OptionWords.of(words, Words::new));
        options.words.read().request();
        return options;
    }

    /** How a table is read for a model: by the key columns that are given, or those that it was trained with. */
    ReadOptions reading(Model model) throws LstmException {
        Words read = words.read();
        ReadOptions reading = read.table.applyTo(model.reading());
        if (reading.keys().isEmpty()) {
            throw LstmException.usage("the model was trained without key columns")
                    .remedy("name those of the table with ", Setting.BY);
        }
        return read.date == null ? reading : reading.withDate(read.date);
    }

    /** How a table is read without a model. */
    ReadOptions baseReading() throws LstmException {
        Words read = words.read();
        ReadOptions reading = read.table.applyTo(ReadOptions.columns(read.target, List.of(), List.of()));
        if (reading.keys().isEmpty()) {
            throw LstmException.usage("nothing tells the series of the table apart")
                    .remedy("name the columns that do with ", Setting.BY);
        }
        return read.date == null ? reading : reading.withDate(read.date);
    }

    /** The prediction of one series after the other without a model; to be closed. */
    BaseSeriesPrediction basePrediction() throws LstmException {
        Words read = words.read();
        BaseModelOptions.refuse(read.parsed(), OF_MODELS);
        BatchJob.Predict request = read.request();
        BaseSeriesPrediction each = new BaseSeriesPrediction()
                .threads(1)
                .intervals(request.intervals())
                .skippingEnded(read.fallback.skipsEnded());
        if (request.horizon().isPresent()) {
            each.horizon(request.horizon().getAsInt());
        }
        return read.season == null ? each : each.season(read.season);
    }

    /** Refuses options that a model has no use for. */
    void requireModel() throws LstmException {
        BaseModelOptions.refuseOwn(words.read().parsed(), OF_BASE);
    }

    /** The series to take, by the values of these key columns. */
    KeyFilter filter(List<String> keys) throws LstmException {
        return words.read().table.filter(keys);
    }

    OptionalInt partitions() throws LstmException {
        return words.read().table.partitions();
    }

    /** Whether a column names the method. */
    boolean isMethodNamed() throws LstmException {
        return words.read().prediction.method().isPresent();
    }

    /** The prediction of one series after the other; to be closed. */
    Prediction prediction(Model model, String name) throws LstmException {
        return words.read().request().prediction(model, name);
    }

    /** What {@code lstm predict} does with a table. */
    TablePrediction table(Model model, Prediction prediction) throws LstmException {
        return words.read().fallback.applyTo(TablePrediction.with(model, prediction));
    }

    @Command(name = "forecast", sortOptions = false, description = "Forecasts each series of a table with a model.")
    static final class Words {
        @Mixin
        private TableOptions table;

        @Option(
                names = "--date",
                paramLabel = "NAME",
                description = "Date column (default: that of the model, or the only column of dates).")
        private String date;

        @Option(
                names = "--target",
                paramLabel = "NAME",
                description = "Without a model: the column to forecast (default: the only column of numbers).")
        private List<String> target = List.of();

        @Option(
                names = "--season",
                paramLabel = "M",
                description = "Without a model: rows in a season, such as 12 for months; 1: none (default: detected).")
        private Integer season;

        @Mixin
        private PredictionOptions prediction;

        @Mixin
        private FallbackOptions fallback;

        @Spec
        private CommandSpec command;

        private ParseResult parsed() {
            return command.commandLine().getParseResult();
        }

        private BatchJob.Predict request() throws LstmException {
            table.partitions();
            return prediction.request(Optional.empty(), UnaryOperator.identity());
        }
    }
}
