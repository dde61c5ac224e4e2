package lstm.model;

/** What rows that are scored were to the model. */
public enum RowRole {
    /** Neither taught nor chose: a score on them tells of later rows. */
    UNSEEN,
    /** They chose the epoch whose weights the model has. */
    CHOSE,
    /** The weights, or the scalers, learned from rows of their time. */
    TAUGHT
}
