package lstm.network;

/** What predicts from windows: one network, or several that predict together. */
public sealed interface Predictor permits Network, Ensemble {
    /** What each network is made of. */
    Architecture architecture();

    /**
     * Predicts from {@code count} windows.
     *
     * @return [count, O]
     * @throws IllegalStateException if it is closed
     */
    float[] predict(Network.WindowReader windows, int count);

    /**
     * Predicts from {@code count} windows with dropout as in training: one draw from the distribution of predictions.
     *
     * @param dropout with {@code count} it determines what is dropped
     * @return [count, O]
     * @throws IllegalStateException if it is closed
     */
    float[] sample(Network.WindowReader windows, int count, DropoutKey dropout);
}
