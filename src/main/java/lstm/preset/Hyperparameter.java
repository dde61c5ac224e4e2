package lstm.preset;

/** What a search may change about a training; everything else stays as it is. */
public enum Hyperparameter {
    /** The recurrent cell. */
    CELL,
    /** How many recurrent layers. */
    LAYERS,
    /** Units in each. */
    UNITS,
    /** Rows in a window. */
    LOOKBACK,
    /** Share of outputs dropped in training. */
    DROPOUT,
    /** What is done to the target. */
    TRANSFORM,
    /** How values are scaled. */
    SCALER,
    /** How several steps are forecast. */
    STRATEGY,
    /** What outputs are added to. */
    RESIDUAL,
    /** What the stamps tell the network. */
    CALENDAR,
    /** The learning rate. */
    RATE,
    /** How often all windows are seen, at most. */
    EPOCHS,
    /** Epochs without improvement after which training stops. */
    PATIENCE,
    /** How the learning rate changes over the epochs. */
    SCHEDULE
}
