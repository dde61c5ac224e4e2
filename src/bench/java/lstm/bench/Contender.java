package lstm.bench;

/** An engine that can be given the classic job. */
interface Contender extends AutoCloseable {
    /** One epoch over all windows, in a new random order. */
    void train();

    /** Predicts all windows of the job in one call. */
    void predictAll();

    /** Predicts window number k of the job alone. */
    void predictOne(int k);

    @Override
    void close();
}
