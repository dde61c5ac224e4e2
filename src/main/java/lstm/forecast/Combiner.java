package lstm.forecast;

import lstm.base.OpenBaseNetworks;
import lstm.prepare.Timeline;

/** Puts the forecasts of a network and of simple methods together. */
public interface Combiner {
    /** Whether the network has a share in them. */
    boolean usesNetwork();

    /**
     * The forecasts from some origins.
     *
     * @param networks its forecasts from each, [origins][targets][steps], not modified; of no meaning if it has no
     *     share
     * @param rows to forecast from, of which only those before an origin are read for it
     * @param origins ascending
     * @param bases which the caller closes
     * @return [origins][targets][steps]
     */
    double[][][] combined(double[][][] networks, Timeline rows, int[] origins, OpenBaseNetworks bases);
}
