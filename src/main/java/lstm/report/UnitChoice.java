package lstm.report;

import java.util.Optional;
import lstm.network.CellSignal;

/**
 * Which layers and units of an explanation are shown.
 *
 * @param layer the only layer, from 1; all layers if empty
 * @param unit the only unit of each layer, from 1; the mean over the units if empty
 * @param each the quantity that is shown for each of the units; every quantity if empty
 */
public record UnitChoice(Optional<Integer> layer, Optional<Integer> unit, Optional<CellSignal> each) {
    /** The means over the units of all layers. */
    public static final UnitChoice MEANS = new UnitChoice(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that at most one of unit and each is given. */
    public UnitChoice {
        if (unit.isPresent() && each.isPresent()) {
            throw new IllegalArgumentException("unit " + unit + " and each unit's " + each);
        }
    }

    /** Whether means over the units are shown, and no unit by itself. */
    boolean isOfMeans() {
        return unit.isEmpty() && each.isEmpty();
    }
}
