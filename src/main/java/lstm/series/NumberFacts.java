package lstm.series;

import java.util.List;
import java.util.Optional;

/**
 * How the numbers of a file were read, and why.
 *
 * @param decimal empty if all were whole
 * @param thousands empty if none was grouped
 * @param proofs cells that can be read in this way only
 * @param cells with a number
 * @param clues what decided if no cell did
 * @param columns those whose cells hold more than plain numbers
 */
public record NumberFacts(
        Optional<DecimalSign> decimal,
        Optional<ThousandsSign> thousands,
        long proofs,
        long cells,
        List<NumberClue> clues,
        List<ColumnDress> columns) {
    /** Copies the lists. */
    public NumberFacts {
        clues = List.copyOf(clues);
        columns = List.copyOf(columns);
    }

    /** Whether these are plain numbers with a decimal point, as programs write them. */
    public boolean isPlain() {
        return thousands.isEmpty() && columns.isEmpty() && !decimal.equals(Optional.of(DecimalSign.COMMA));
    }

    /**
     * What stands beside the numbers of a column.
     *
     * @param column its name
     * @param unit left out: a percent sign, a currency, a unit; "" if there is none
     * @param scaled cells with a suffix such as K or M, which were multiplied by it
     * @param negatives cells with a minus sign behind the number, or brackets around it
     * @param bounds cells such as {@code <1}, which were read as their bound
     * @param example the first of these; "" if there is none
     */
    public record ColumnDress(String column, String unit, long scaled, long negatives, long bounds, String example) {
        /** Whether there is nothing to tell. */
        public boolean isPlain() {
            return unit.isEmpty() && scaled == 0 && negatives == 0 && bounds == 0;
        }
    }
}
