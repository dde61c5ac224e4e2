package lstm.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import lstm.cli.option.FallbackOptions;
import lstm.cli.option.PredictionOptions;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.workflow.BatchJob;
import lstm.workflow.Prediction;
import lstm.workflow.TablePrediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How to forecast the series of a table: the options of {@code lstm predict} that concern tables, in the same words.
 *
 * <pre>{@code
 * ForecastOptions.of("--by", "store,item", "--horizon", "28", "--fallback", "naive")
 * }</pre>
 */
public final class ForecastOptions implements Serializable {
    private static final long serialVersionUID = 1L;

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

        @Mixin
        private PredictionOptions prediction;

        @Mixin
        private FallbackOptions fallback;

        private BatchJob.Predict request() throws LstmException {
            table.partitions();
            return prediction.request(Optional.empty(), UnaryOperator.identity());
        }
    }
}
