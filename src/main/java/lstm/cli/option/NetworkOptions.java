package lstm.cli.option;

import lstm.error.LstmException;
import lstm.model.Settings;
import lstm.network.CellKind;
import lstm.train.Optimizer;
import lstm.train.Schedule;
import lstm.workflow.SettingsRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Which prediction intervals there are. */
    public LevelOptions levels() {
        return levels;
    }

    /** Whether rows are held out. */
    public boolean validates() {
        return validation > 0;
    }

    /** The settings that are asked for, checked. */
    public SettingsRequest request(PreparationOptions preparation) throws LstmException {
        return new SettingsRequest()
                .preparation(preparation.request())
                .cell(cell)
                .lookback(lookback)
                .units(units)
                .layers(layers)
                .dropout(dropout)
                .validation(validation)
                .epochs(epochs)
                .epochWindows(windows)
                .batch(batch)
                .learningRate(rate)
                .optimizer(optimizer)
                .loss(loss.loss(levels.checked()))
                .clipNorm(clipNorm)
                .patience(patience)
                .schedule(schedule)
                .seed(seed)
                .onlyGiven(GivenSettings.of(command))
                .check();
    }
}
