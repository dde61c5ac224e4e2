package lstm.cli.option;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lstm.cli.config.ConfiguredDefaults;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
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

    /** One setting: its option and where it stands. */
    private record Setting(String option, Function<Settings, Object> value) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("--cell", Settings::cell),
            new Setting("--lookback", Settings::lookback),
            new Setting("--units", Settings::units),
            new Setting("--layers", Settings::layers),
            new Setting("--dropout", Settings::dropout),
            new Setting("--horizon", s -> s.plan().horizon()),
            new Setting("--strategy", s -> s.plan().strategy()),
            new Setting("--transform", s -> s.plan().transform()),
            new Setting("--feature-transform", s -> s.plan().featureTransform()),
            new Setting("--scaler", s -> s.plan().scaling()),
            new Setting("--residual", s -> s.plan().residual()),
            new Setting("--season", s -> s.plan().season()),
            new Setting("--calendar", s -> s.plan().calendar()),
            new Setting("--min", s -> s.plan().bounds()),
            new Setting("--max", s -> s.plan().bounds()),
            new Setting("--positive", s -> s.plan().bounds()),
            new Setting("--validation", Settings::validation),
            new Setting("--epochs", s -> s.recipe().epochs()),
            new Setting("--epoch-windows", s -> s.recipe().windows()),
            new Setting("--batch", s -> s.recipe().batch()),
            new Setting("--learning-rate", s -> s.recipe().rate()),
            new Setting("--optimizer", s -> s.recipe().optimizer()),
            new Setting("--loss", s -> s.recipe().loss()),
            new Setting("--clip-norm", s -> s.recipe().clipNorm()),
            new Setting("--patience", s -> s.recipe().patience()),
            new Setting("--schedule", s -> s.recipe().schedule()),
            new Setting("--seed", s -> s.recipe().seed()));

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
        OptionRange.atLeastOne("--lookback", lookback);
        OptionRange.atLeastOne("--units", units);
        OptionRange.atLeastOne("--layers", layers);
        OptionRange.share("--dropout", dropout);
        OptionRange.share("--validation", validation);
        OptionRange.atLeastOne("--epochs", epochs);
        OptionRange.notNegative("--epoch-windows", windows);
        OptionRange.atLeastOne("--batch", batch);
        OptionRange.positive("--learning-rate", rate);
        OptionRange.notNegative("--clip-norm", clipNorm);
        OptionRange.notNegative("--patience", patience);
        if (patience > 0 && validation == 0) {
            throw new LstmException(Kind.USAGE, "--patience needs held-out rows to judge by; leave out --validation 0");
        }
        levels.check();
        Loss made = loss.loss(levels.levels());
        Recipe recipe = new Recipe(epochs, batch, rate, optimizer, made, clipNorm, patience, schedule, seed, windows);
        return new Settings(cell, units, layers, dropout, lookback, validation, plan, recipe);
    }

    /** The options by which settings differ from the defaults; not those of seasons, which are found in the data. */
    public static List<OptionValue> said(Settings settings) {
        List<OptionValue> said = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            Object value = setting.value().apply(settings);
            boolean usual = Objects.equals(value, setting.value().apply(DEFAULT));
            if (setting.option().equals("--strategy")) {
                usual = value == Strategy.usual(settings.plan().horizon());
            }
            boolean apart = value instanceof Bounds || setting.option().equals("--season");
            if (value instanceof Loss.Quantiles quantiles) {
                said.add(new OptionValue(setting.option(), LossName.QUANTILE.toString()));
                said.add(new OptionValue(
                        "--level", String.join(",", IntervalLevels.of(quantiles).names())));
            } else if (!usual && !apart) {
                said.add(new OptionValue(setting.option(), text(value)));
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
     * The settings of a training that is gone on with: those it has. Options need not be given again; one that is, on
     * the command line or elsewhere, must say the same.
     */
    public static Settings resumed(Settings running, Settings said, CommandSpec spec) throws LstmException {
        boolean learns = running.recipe().loss() instanceof Loss.Quantiles;
        if (learns && ConfiguredDefaults.says(spec, "--level") && !ConfiguredDefaults.says(spec, "--loss")) {
            throw new LstmException(
                    Kind.USAGE,
                    "--level is of --loss quantile; give both, or neither to go on with the unfinished training");
        }
        for (Setting setting : SETTINGS) {
            Object now = setting.value().apply(said);
            Object then = setting.value().apply(running);
            if (ConfiguredDefaults.says(spec, setting.option()) && !Objects.equals(now, then)) {
                throw new LstmException(
                        Kind.USAGE,
                        setting.option() + " " + now + ": the unfinished training has " + then
                                + "; leave the option out to go on, or use --force instead of --resume to start anew");
            }
        }
        return running;
    }
}
