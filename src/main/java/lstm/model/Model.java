package lstm.model;

import java.util.List;
import java.util.Optional;
import lstm.network.Architecture;
import lstm.prepare.MinMax;
import lstm.series.Calendar;
import lstm.series.ReadOptions;
import lstm.series.StampKind;
import lstm.train.Recipe;

/**
 * All that a model file holds: what is needed to forecast, what is known of how the model came about, and, while its
 * training is unfinished, what is needed to go on with it.
 *
 * @param architecture of the network
 * @param lookback rows in a window
 * @param validation share of the rows held out, in [0, 1)
 * @param recipe how it is trained
 * @param reading how its CSV was read: target and date column by name, and what the user said of the file
 * @param stamps what the stamps of its series are
 * @param data what it was trained on
 * @param scalers of the target and each feature, in the order of the columns
 * @param calendar the step of the series
 * @param context the last rows of the series, as many as a window has: where a forecast without a CSV starts
 * @param training how the training went
 * @param score how good it is on the held-out rows; empty while unfinished or with nothing held out
 * @param weights in the order of {@link Architecture#layout()}; not copied
 * @param resume what an unfinished training goes on from; empty in a finished model
 */
@SuppressWarnings("ArrayRecordComponent") // Weights are large; nobody writes to them.
public record Model(
        Architecture architecture,
        int lookback,
        double validation,
        Recipe recipe,
        ReadOptions reading,
        StampKind stamps,
        DataSeen data,
        List<MinMax> scalers,
        Calendar calendar,
        Context context,
        Training training,
        Optional<Score> score,
        float[] weights,
        Optional<Resume> resume) {
    /** Holds the parts to one another: counts of columns, weights and rows. */
    public Model {
        scalers = List.copyOf(scalers);
        int columns = 1 + reading.features().size();
        if (reading.target().isEmpty() || columns != scalers.size() || columns != architecture.inputs()) {
            throw new IllegalArgumentException(
                    columns + " columns, " + scalers.size() + " scalers, " + architecture.inputs() + " inputs");
        }
        if (lookback < 1 || context.rows() != lookback || context.columns() != columns) {
            throw new IllegalArgumentException("a context of " + context.rows() + " rows of " + context.columns()
                    + " columns for a lookback of " + lookback);
        }
        if (weights.length != architecture.layout().size() || !(validation >= 0 && validation < 1)) {
            throw new IllegalArgumentException(weights.length + " weights, validation share " + validation);
        }
        if (training.isFinished() == resume.isPresent()) {
            throw new IllegalArgumentException("a model is finished or can be resumed");
        }
    }
}
