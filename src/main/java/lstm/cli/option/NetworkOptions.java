package lstm.cli.option;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lstm.cli.config.ConfiguredDefaults;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.forecast.IntervalLevels;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.prepare.Bounds;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Strategy;
import lstm.train.Optimizer;
import lstm.train.Recipe;
import lstm.train.Schedule;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The network and how it is trained; the defaults are those of {@link Settings#CLASSIC}. */
public final class NetworkOptions {
    private static final Settings DEFAULT = Settings.CLASSIC;

    @Option(
            names = "--cell",
            paramLabel = "CELL",
            description = "lstm, peephole, coupled, gru (reset gate after the product, as in Keras and PyTorch),"
                    + " gru-original or rnn (default: ${DEFAULT-VALUE}).")
    private CellKind cell = DEFAULT.cell();

    @Option(names = "--lookback", paramLabel = "N", description = "Rows in a window (default: ${DEFAULT-VALUE}).")
    private int lookback = DEFAULT.lookback();

    @Option(names = "--units", paramLabel = "N", description = "Units in a layer (default: ${DEFAULT-VALUE}).")
    private int units = DEFAULT.units();

    @Option(names = "--layers", paramLabel = "N", description = "Recurrent layers (default: ${DEFAULT-VALUE}).")
    private int layers = DEFAULT.layers();

    @Option(
            names = "--dropout",
            paramLabel = "SHARE",
            description = "Share of each layer's outputs dropped in training (default: ${DEFAULT-VALUE}).")
    private double dropout = DEFAULT.dropout();

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Share of the rows, the last ones, held out to choose the best epoch and to score, but"
                    + " a direct horizon at least; 0 trains on all and keeps the last weights"
                    + " (default: ${DEFAULT-VALUE}).")
    private double validation = DEFAULT.validation();

    @Option(names = "--epochs", paramLabel = "N", description = "Times over the data (default: ${DEFAULT-VALUE}).")
    private int epochs = DEFAULT.recipe().epochs();

    @Option(
            names = "--epoch-windows",
            paramLabel = "N",
            description = "Windows in an epoch at most, drawn anew for each; 0 for all (default: ${DEFAULT-VALUE}).")
    private int windows = DEFAULT.recipe().windows();

    @Option(names = "--batch", paramLabel = "N", description = "Windows in a step (default: ${DEFAULT-VALUE}).")
    private int batch = DEFAULT.recipe().batch();

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Of the first epoch (default: ${DEFAULT-VALUE}).")
    private double rate = DEFAULT.recipe().rate();

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "adam, adamw, rmsprop or sgd (default: ${DEFAULT-VALUE}).")
    private Optimizer optimizer = DEFAULT.recipe().optimizer();

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "mse, mae, huber, or quantile: the median and the ends of the intervals of --level"
                    + " (default: ${DEFAULT-VALUE}).")
    private LossName loss = LossName.MSE;

    @Mixin
    private LevelOptions levels;

    @Option(
            names = "--clip-norm",
            paramLabel = "NORM",
            description = "Shorten gradients that are longer; 0 for never (default: ${DEFAULT-VALUE}).")
    private double clipNorm = DEFAULT.recipe().clipNorm();

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after N epochs without improvement; 0 for never (default: ${DEFAULT-VALUE}).")
    private int patience = DEFAULT.recipe().patience();

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description = "Learning rate over the epochs: constant, cosine (falls to zero) or plateau (halves after 5"
                    + " epochs without improvement) (default: ${DEFAULT-VALUE}).")
    private Schedule schedule = DEFAULT.recipe().schedule();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of first weights, shuffling and dropout: the same seed gives the same model"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed = DEFAULT.recipe().seed();

    /** One setting and its value in all of them. */
    private record Choice(Setting setting, Function<Settings, Object> value) {
        String option() {
            return "--" + setting;
        }
    }

    private static final List<Choice> CHOICES = List.of(
            new Choice(Setting.CELL, Settings::cell),
            new Choice(Setting.LOOKBACK, Settings::lookback),
            new Choice(Setting.UNITS, Settings::units),
            new Choice(Setting.LAYERS, Settings::layers),
            new Choice(Setting.DROPOUT, Settings::dropout),
            new Choice(Setting.HORIZON, s -> s.plan().horizon()),
            new Choice(Setting.STRATEGY, s -> s.plan().strategy()),
            new Choice(Setting.TRANSFORM, s -> s.plan().transform()),
            new Choice(Setting.FEATURE_TRANSFORM, s -> s.plan().featureTransform()),
            new Choice(Setting.SCALER, s -> s.plan().scaling()),
            new Choice(Setting.RESIDUAL, s -> s.plan().residual()),
            new Choice(Setting.SEASON, s -> s.plan().season()),
            new Choice(Setting.CALENDAR, s -> s.plan().calendar()),
            new Choice(Setting.MIN, s -> s.plan().bounds()),
            new Choice(Setting.MAX, s -> s.plan().bounds()),
            new Choice(Setting.POSITIVE, s -> s.plan().bounds()),
            new Choice(Setting.VALIDATION, Settings::validation),
            new Choice(Setting.EPOCHS, s -> s.recipe().epochs()),
            new Choice(Setting.EPOCH_WINDOWS, s -> s.recipe().windows()),
            new Choice(Setting.BATCH, s -> s.recipe().batch()),
            new Choice(Setting.LEARNING_RATE, s -> s.recipe().rate()),
            new Choice(Setting.OPTIMIZER, s -> s.recipe().optimizer()),
            new Choice(Setting.LOSS, s -> s.recipe().loss()),
            new Choice(Setting.CLIP_NORM, s -> s.recipe().clipNorm()),
            new Choice(Setting.PATIENCE, s -> s.recipe().patience()),
            new Choice(Setting.SCHEDULE, s -> s.recipe().schedule()),
            new Choice(Setting.SEED, s -> s.recipe().seed()));

    /** Which prediction intervals there are. */
    public LevelOptions levels() {
        return levels;
    }

    /** Share of the rows held out. */
    public double share() {
        return validation;
    }

    /** What was chosen, checked. */
    public Settings settings(PreparationPlan plan) throws LstmException {
        OptionRange.atLeastOne(Setting.LOOKBACK, lookback);
        OptionRange.atLeastOne(Setting.UNITS, units);
        OptionRange.atLeastOne(Setting.LAYERS, layers);
        OptionRange.share(Setting.DROPOUT, dropout);
        OptionRange.share(Setting.VALIDATION, validation);
        OptionRange.atLeastOne(Setting.EPOCHS, epochs);
        OptionRange.notNegative(Setting.EPOCH_WINDOWS, windows);
        OptionRange.atLeastOne(Setting.BATCH, batch);
        OptionRange.positive(Setting.LEARNING_RATE, rate);
        OptionRange.notNegative(Setting.CLIP_NORM, clipNorm);
        OptionRange.notNegative(Setting.PATIENCE, patience);
        if (patience > 0 && validation == 0) {
            throw LstmException.usage(
                            Setting.PATIENCE, " needs held-out rows, and ", Setting.VALIDATION.to(0), " holds out none")
                    .remedy("leave out one of them");
        }
        levels.check();
        Loss made = loss.loss(levels.levels());
        Recipe recipe = new Recipe(epochs, batch, rate, optimizer, made, clipNorm, patience, schedule, seed, windows);
        return new Settings(cell, units, layers, dropout, lookback, validation, plan, recipe);
    }

    /** The options by which settings differ from the defaults; not those of seasons, which are found in the data. */
    public static List<OptionValue> said(Settings settings) {
        List<OptionValue> said = new ArrayList<>();
        for (Choice choice : CHOICES) {
            Object value = choice.value().apply(settings);
            boolean usual = Objects.equals(value, choice.value().apply(DEFAULT));
            if (choice.setting().equals(Setting.STRATEGY)) {
                usual = value == Strategy.usual(settings.plan().horizon());
            }
            boolean apart = value instanceof Bounds || choice.setting().equals(Setting.SEASON);
            if (value instanceof Loss.Quantiles quantiles) {
                said.add(new OptionValue(choice.option(), LossName.QUANTILE.toString()));
                said.add(new OptionValue(
                        "--level", String.join(",", IntervalLevels.of(quantiles).names())));
            } else if (!usual && !apart) {
                said.add(new OptionValue(choice.option(), text(value)));
            }
        }
        Bounds bounds = settings.plan().bounds();
        bounds.min().ifPresent(min -> said.add(new OptionValue("--min", text(min))));
        bounds.max().ifPresent(max -> said.add(new OptionValue("--max", text(max))));
        return said;
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            // 0.0005 rather than 5.0E-4; it reads back as the same number.
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof List<?> names
                ? names.stream().map(Object::toString).collect(Collectors.joining(","))
                : value.toString();
    }

    /**
     * The settings of a training that is continued: those it has. Options need not be given again; one that is, on
     * the command line or elsewhere, must say the same.
     */
    public static Settings resumed(Settings running, Settings said, CommandSpec spec) throws LstmException {
        boolean learns = running.recipe().loss() instanceof Loss.Quantiles;
        if (learns && ConfiguredDefaults.says(spec, "--level") && !ConfiguredDefaults.says(spec, "--loss")) {
            throw LstmException.usage(Setting.LEVEL, " belongs to ", Setting.LOSS.to(LossName.QUANTILE))
                    .remedy("give both, or neither to continue the unfinished training");
        }
        for (Choice choice : CHOICES) {
            Object now = choice.value().apply(said);
            Object then = choice.value().apply(running);
            if (ConfiguredDefaults.says(spec, choice.option()) && !Objects.equals(now, then)) {
                throw LstmException.usage(choice.setting().to(now), ": the unfinished training has ", then)
                        .remedy(
                                "leave the option out to continue, or use ",
                                Setting.FORCE,
                                " instead of ",
                                Setting.RESUME,
                                " to start over");
            }
        }
        return running;
    }
}
