package lstm.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lstm.cli.option.CsvFormatOptions;
import lstm.cli.option.IntervalOptions;
import lstm.cli.option.NetworkOptions;
import lstm.cli.option.OriginOptions;
import lstm.cli.option.PreparationOptions;
import lstm.cli.option.PresetOption;
import lstm.cli.option.SeriesOptions;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.forecast.IntervalRequest;
import lstm.series.KeyFilter;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.workflow.Backtest;
import lstm.workflow.SettingsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How to train on the series of a table, or to backtest on them: the options of {@code lstm train} and {@code lstm
 * backtest} that concern columns and networks, in the same words.
 *
 * <pre>{@code
 * TrainingOptions.of("--by", "store", "--target", "units", "--preset", "accurate", "--horizon", "28")
 * }</pre>
 */
public final class TrainingOptions implements Serializable {
    private static final long serialVersionUID = 1L;

    static final Setting SAMPLE_WEIGHT = new Setting("sample-weight");
    private static final Setting SAMPLE = new Setting("sample");

    private final OptionWords<? extends Words> words;

    private TrainingOptions(OptionWords<? extends Words> words) throws LstmException {
        this.words = words;
        words.read().check();
    }

    /**
     * Reads the options of a training.
     *
     * @param words as on the command line
     * @throws LstmException of kind {@code USAGE} if one is unknown or has an impossible value
     */
    public static TrainingOptions of(String... words) throws LstmException {
        return of(List.of(words));
    }

    /** The same with a list, as Python passes it. */
    public static TrainingOptions of(List<String> words) throws LstmException {
        return new TrainingOptions(OptionWords.of(words, Words::new));
    }

    /** Reads the options of a backtest: those of a training, and origins and intervals. */
    public static TrainingOptions ofBacktest(String... words) throws LstmException {
        return ofBacktest(List.of(words));
    }

    /** The same with a list, as Python passes it. */
    public static TrainingOptions ofBacktest(List<String> words) throws LstmException {
        return new TrainingOptions(OptionWords.of(words, BacktestWords::new));
    }

    /** Reads the options of a training of one model for all series: those of a training, and how series are sampled. */
    public static TrainingOptions ofGlobal(String... words) throws LstmException {
        return ofGlobal(List.of(words));
    }

    /** The same with a list, as Python passes it. */
    public static TrainingOptions ofGlobal(List<String> words) throws LstmException {
        return new TrainingOptions(OptionWords.of(words, GlobalWords::new));
    }

    /** How a table is read. */
    ReadOptions reading() throws LstmException {
        return words.read().reading();
    }

    KeyFilter filter() throws LstmException {
        return words.read().table.filter(reading().keys());
    }

    OptionalInt partitions() throws LstmException {
        return words.read().table.partitions();
    }

    /** The settings to train with. */
    SettingsRequest settings() throws LstmException {
        return words.read().settings();
    }

    /** A backtest on one series, on one thread. */
    Backtest backtest(Series series) throws LstmException {
        if (words.read() instanceof BacktestWords backtest) {
            return backtest.backtest(series);
        }
        throw new IllegalStateException("these are the options of a training");
    }

    /** How many series to sample at most. */
    int sample() throws LstmException {
        return words.read() instanceof GlobalWords global ? global.sample : Integer.MAX_VALUE;
    }

    /** The column whose sum says how likely a series is sampled; empty if all are equally likely. */
    Optional<String> sampleWeight() throws LstmException {
        return words.read() instanceof GlobalWords global ? Optional.ofNullable(global.sampleWeight) : Optional.empty();
    }

    @Command(name = "train", sortOptions = false, description = "Trains a model on each series of a table.")
    static class Words {
        @Mixin
        TableOptions table;

        @Mixin
        private SeriesOptions columns;

        @Mixin
        private PresetOption preset;

        @Mixin
        private PreparationOptions plan;

        @Mixin
        NetworkOptions network;

        /** Refuses at once what no table could change. */
        void check() throws LstmException {
            if (reading().keys().isEmpty()) {
                throw LstmException.usage("nothing tells the series of the table apart")
                        .remedy("name the columns that do with ", Setting.BY);
            }
            if (reading().weight().isPresent()) {
                throw LstmException.usage(Setting.WEIGHT, " is not for jobs on Spark")
                        .remedy("leave it out, or sample whole series by a column with ", SAMPLE_WEIGHT);
            }
            table.filter(reading().keys());
            table.partitions();
            settings().rough();
        }

        ReadOptions reading() {
            return table.applyTo(columns.reading(new CsvFormatOptions()));
        }

        SettingsRequest settings() throws LstmException {
            return network.request(plan).preset(preset.preset());
        }
    }

    @Command(name = "backtest", sortOptions = false, description = "Backtests each series of a table.")
    static final class BacktestWords extends Words {
        @Mixin
        private OriginOptions origins;

        @Mixin
        private IntervalOptions kind;

        @Override
        void check() throws LstmException {
            super.check();
            origins.check();
            kind.request(network.levels(), IntervalRequest.DEFAULT.seed());
        }

        private Backtest backtest(Series series) throws LstmException {
            Backtest backtest = Backtest.of(series)
                    .settings(settings())
                    .origins(origins.count())
                    .refit(origins.refit())
                    .intervals(kind.request(network.levels(), IntervalRequest.DEFAULT.seed()))
                    .threads(1);
            return origins.every().isPresent() ? backtest.every(origins.every().getAsInt()) : backtest;
        }
    }

    @Command(
            name = "train --global",
            sortOptions = false,
            description = "Trains one model for all series, on the driver and on a sample of them.")
    static final class GlobalWords extends Words {
        @Option(
                names = "--sample",
                paramLabel = "N",
                description = "Series to train on at most (default: ${DEFAULT-VALUE}).")
        private int sample = 10_000;

        @Option(
                names = "--sample-weight",
                paramLabel = "NAME",
                description = "Column whose sum over the rows of a series says how likely it is sampled (default: all"
                        + " series are equally likely).")
        private String sampleWeight;

        @Override
        void check() throws LstmException {
            super.check();
            SettingRange.atLeastOne(SAMPLE, sample);
        }
    }
}
