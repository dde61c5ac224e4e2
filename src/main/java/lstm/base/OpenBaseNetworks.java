package lstm.base;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Base networks that stay open from one series to the next: opening one takes longer than a forecast. Each is opened
 * when it is first asked for, and none before, so that an owner which never needs one holds no memory. Threads may
 * share them.
 */
public final class OpenBaseNetworks implements AutoCloseable {
    private final Map<BaseNetwork, BaseForecaster> open = new IdentityHashMap<>();
    private boolean closed;

    /**
     * What forecasts with a network, on the caller's thread; the bits of a forecast do not depend on how many others
     * are made at the same time. It is closed with the others.
     *
     * @throws IllegalStateException if they are closed
     */
    public synchronized BaseForecaster forecaster(BaseNetwork network) {
        if (closed) {
            throw new IllegalStateException("already closed: their memory has been freed");
        }
        return open.computeIfAbsent(network, any -> new BaseForecaster(any.shape(), any.weights(), 1).fillingSlices());
    }

    /** Frees the memory of all; does nothing the second time. */
    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(BaseForecaster::close);
        open.clear();
    }
}
