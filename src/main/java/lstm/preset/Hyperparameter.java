package lstm.preset;

/** A setting that a search may change; all others stay as they are. */
public enum Hyperparameter {
    /** The recurrent cell. */
    CELL,
    /** Number of recurrent layers. */
    LAYERS,
    /** Units per layer. */
    UNITS,
    /** Rows in a window. */
    LOOKBACK,
    /** Share of outputs dropped in training. */
    DROPOUT,
    /** Transform of the target. */
    TRANSFORM,
    /** How values are scaled. */
    SCALER,
    /** How several steps are forecast. */
    STRATEGY,
    /** Lags that residuals are measured from. */
    RESIDUAL,
    /** Calendar features. */
    CALENDAR,
    /** The learning rate. */
    RATE,
    /** Maximum number of epochs. */
    EPOCHS,
    /** Epochs without improvement after which training stops. */
    PATIENCE,
    /** How the learning rate changes over the epochs. */
    SCHEDULE
}
