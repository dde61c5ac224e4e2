package lstm.cli.option;

import lstm.error.LstmException;
import lstm.model.Combine;
import lstm.model.Settings;
import lstm.model.StartFrom;
import lstm.network.CellKind;
import lstm.train.Optimizer;
import lstm.train.Sampling;
import lstm.train.Schedule;
import lstm.workflow.SettingsRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for the network and its training, with the defaults of {@link Settings#CLASSIC}. */
public final class NetworkOptions {
    private static final Settings DEFAULT = Settings.CLASSIC;

    @Option(
            names = "--cell",
            paramLabel = "CELL",
            description = "Recurrent cell: lstm, peephole, coupled, gru (reset gate after the product, as in Keras"
                    + " and PyTorch), gru-original, rnn, slstm (the scalar LSTM of xLSTM) or min-gru (no recurrent"
                    + " weights) (default: ${DEFAULT-VALUE}).")
    private CellKind cell = DEFAULT.cell();

    @Option(names = "--lookback", paramLabel = "N", description = "Rows per window (default: ${DEFAULT-VALUE}).")
    private int lookback = DEFAULT.lookback();

    @Option(names = "--units", paramLabel = "N", description = "Units per layer (default: ${DEFAULT-VALUE}).")
    private int units = DEFAULT.units();

    @Option(
            names = "--layers",
            paramLabel = "N",
            description = "Number of recurrent layers (default: ${DEFAULT-VALUE}).")
    private int layers = DEFAULT.layers();

    @Option(
            names = "--segment",
            paramLabel = "N",
            description = "Rows that a learned layer makes into one step of the network, such as the rows of a"
                    + " season; the steps of a segment are forecast at once, and --lookback is rounded up to whole"
                    + " segments unless it is given; 0 for one step per row (default: ${DEFAULT-VALUE}).")
    private int segment = DEFAULT.segment();

    @Option(
            names = "--dropout",
            paramLabel = "SHARE",
            description = "Share of the outputs of each layer to drop in training (default: ${DEFAULT-VALUE}).")
    private double dropout = DEFAULT.dropout();

    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "Share of the rows to hold out at the end (for several steps at least two horizons, as far"
                    + " as a third of the rows allows): the first half chooses the best epoch, the second scores"
                    + " it, or all do both where they are few; 0 trains on all rows and keeps the last weights"
                    + " (default: ${DEFAULT-VALUE}).")
    private double validation = DEFAULT.validation();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs = DEFAULT.recipe().epochs();

    @Option(
            names = "--epoch-windows",
            paramLabel = "N",
            description = "Maximum number of windows per epoch, drawn at random for each; 0 for all (default:"
                    + " ${DEFAULT-VALUE}).")
    private int windows = DEFAULT.recipe().windows();

    @Option(
            names = "--sampling",
            paramLabel = "NAME",
            description = "How the windows of an epoch are drawn from several series: windows (all are equally likely,"
                    + " so that long series count more), series (each series equally often, then any of its"
                    + " windows) or weight (each series as often as --weight says; the loss is not weighted again)"
                    + " (default: ${DEFAULT-VALUE}).")
    private Sampling sampling = DEFAULT.recipe().sampling();

    @Option(names = "--batch", paramLabel = "N", description = "Windows per training step (default: ${DEFAULT-VALUE}).")
    private int batch = DEFAULT.recipe().batch();

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Initial learning rate (default: ${DEFAULT-VALUE}).")
    private double rate = DEFAULT.recipe().rate();

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "Optimizer: adam, adamw, rmsprop or sgd (default: ${DEFAULT-VALUE}).")
    private Optimizer optimizer = DEFAULT.recipe().optimizer();

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "Loss to minimize: mse, mae, huber, quantile (the median and the bounds of the --level"
                    + " intervals), or, with --scaler window, series-mae, for which a window that varies twice as much"
                    + " counts twice (default: ${DEFAULT-VALUE}).")
    private LossName loss = LossName.MSE;

    @Mixin
    private LevelOptions levels;

    @Option(
            names = "--clip-norm",
            paramLabel = "NORM",
            description = "Scale gradients down to this norm; 0 for never (default: ${DEFAULT-VALUE}).")
    private double clipNorm = DEFAULT.recipe().clipNorm();

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after N epochs without improvement; 0 for never (default: ${DEFAULT-VALUE}).")
    private int patience = DEFAULT.recipe().patience();

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description = "Learning rate over the epochs: constant, cosine (falls to zero) or plateau (halves after"
                    + " 5 epochs without improvement) (default: ${DEFAULT-VALUE}).")
    private Schedule schedule = DEFAULT.recipe().schedule();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Random seed for weights, shuffling and dropout; the same seed gives the same model"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed = DEFAULT.recipe().seed();

    @Option(
            names = "--ensemble",
            paramLabel = "N",
            description = "Networks to train side by side, each with a seed of its own that --seed determines; their"
                    + " median is the forecast (default: ${DEFAULT-VALUE}).")
    private int ensemble = DEFAULT.ensemble();

    @Option(
            names = "--combine",
            paramLabel = "PARTS",
            description = "What forecasts are made of: none (the network alone), all (the network, the base"
                    + " model and the simple methods, with weights for each step that are learned on the held-out"
                    + " rows that choose the epoch), base (the base model and the simple methods: no network is"
                    + " trained), simple (the simple methods alone), all-tuned or base-tuned (with --start-from"
                    + " base) (default: ${DEFAULT-VALUE}).")
    private Combine combine = DEFAULT.combine();

    @Option(
            names = "--start-from",
            paramLabel = "NAME",
            description = "base: the base model is trained on the training rows for a few epochs, where that errs"
                    + " less, and combined with the simple methods; with --combine all, with a new network too."
                    + " scratch: a new network alone (default: ${DEFAULT-VALUE}).")
    private StartFrom start = StartFrom.SCRATCH;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The levels of the prediction intervals. */
    public LevelOptions levels() {
        return levels;
    }

    /** Whether rows are held out. */
    public boolean validates() {
        return validation > 0;
    }

    /** The requested settings, checked. */
    public SettingsRequest request(PreparationOptions preparation) throws LstmException {
        return new SettingsRequest()
                .preparation(preparation.request())
                .cell(cell)
                .lookback(lookback)
                .units(units)
                .layers(layers)
                .segment(segment)
                .dropout(dropout)
                .validation(validation)
                .epochs(epochs)
                .epochWindows(windows)
                .sampling(sampling)
                .batch(batch)
                .learningRate(rate)
                .optimizer(optimizer)
                .loss(loss.loss(levels.checked()))
                .clipNorm(clipNorm)
                .patience(patience)
                .schedule(schedule)
                .seed(seed)
                .ensemble(ensemble)
                .combine(combine)
                .startFrom(start)
                .onlyGiven(GivenSettings.of(command))
                .check();
    }
}
