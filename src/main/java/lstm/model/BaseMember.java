package lstm.model;

import java.util.Optional;
import lstm.base.BaseNetwork;

/**
 * The base network in a combination.
 *
 * @param hash of the network that the weights of the combination were learned with, or that was trained on
 * @param tuned what it has become by training; empty if it forecasts as it is
 */
public record BaseMember(String hash, Optional<BaseNetwork> tuned) {}
