package lstm.cli;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.prepare.Plan;
import lstm.train.Optimizer;
import lstm.train.Recipe;
import lstm.train.Schedule;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The network and how it is trained; the defaults are those of {@link Settings#CLASSIC}. */
final class TrainOptions {
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
            new Setting("--season", s -> s.plan().season()),
            new Setting("--calendar", s -> s.plan().calendar()),
            new Setting("--min", s -> s.plan().bounds()),
            new Setting("--max", s -> s.plan().bounds()),
            new Setting("--positive", s -> s.plan().bounds()),
            new Setting("--validation", Settings::validation),
            new Setting("--epochs", s -> s.recipe().epochs()),
            new Setting("--batch", s -> s.recipe().batch()),
            new Setting("--learning-rate", s -> s.recipe().rate()),
            new Setting("--optimizer", s -> s.recipe().optimizer()),
            new Setting("--loss", s -> s.recipe().loss()),
            new Setting("--clip-norm", s -> s.recipe().clipNorm()),
            new Setting("--patience", s -> s.recipe().patience()),
            new Setting("--schedule", s -> s.recipe().schedule()),
            new Setting("--seed", s -> s.recipe().seed()));

    /** Which prediction intervals there are. */
    LevelOptions levels() {
        return levels;
    }

    /** Share of the rows held out. */
    double share() {
        return validation;
    }

    /** What was chosen, checked. */
    Settings settings(Plan plan) throws UserException {
        Range.atLeastOne("--lookback", lookback);
        Range.atLeastOne("--units", units);
        Range.atLeastOne("--layers", layers);
        Range.share("--dropout", dropout);
        Range.share("--validation", validation);
        Range.atLeastOne("--epochs", epochs);
        Range.atLeastOne("--batch", batch);
        Range.positive("--learning-rate", rate);
        Range.notNegative("--clip-norm", clipNorm);
        Range.notNegative("--patience", patience);
        if (patience > 0 && validation == 0) {
            throw new UserException(Kind.USAGE, "--patience needs held-out rows to judge by; leave out --validation 0");
        }
        levels.check();
        Loss made = loss.loss(levels.levels());
        Recipe recipe = new Recipe(epochs, batch, rate, optimizer, made, clipNorm, patience, schedule, seed);
        return new Settings(cell, units, layers, dropout, lookback, validation, plan, recipe);
    }

    /**
     * The settings of a training that is gone on with: those it has. Options need not be given again; one that is, on
     * the command line or elsewhere, must say the same.
     */
    static Settings resumed(Settings running, Settings said, CommandSpec spec) throws UserException {
        boolean learns = running.recipe().loss() instanceof Loss.Quantiles;
        if (learns && Given.says(spec, "--level") && !Given.says(spec, "--loss")) {
            throw new UserException(
                    Kind.USAGE,
                    "--level is of --loss quantile; give both, or neither to go on with the unfinished training");
        }
        for (Setting setting : SETTINGS) {
            Object now = setting.value().apply(said);
            Object then = setting.value().apply(running);
            if (Given.says(spec, setting.option()) && !Objects.equals(now, then)) {
                throw new UserException(
                        Kind.USAGE,
                        setting.option() + " " + now + ": the unfinished training has " + then
                                + "; leave the option out to go on, or use --force instead of --resume to start anew");
            }
        }
        return running;
    }
}
