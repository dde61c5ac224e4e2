package lstm.model;

import java.util.OptionalDouble;

/** The model beside the naive forecast (each value is the one before it) on the same rows. */
public record Score(Accuracy model, Accuracy naive) {
    /** 1 - RMSE / RMSE of naive: above 0 the model is the better; undefined where naive is never wrong. */
    public OptionalDouble skill() {
        return naive.rmse() == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - model.rmse() / naive.rmse());
    }
}
