package lstm.series;

import java.util.List;

/**
 * How the time stamps of a CSV are written.
 *
 * @param columns that hold them: one, or several that are put together
 * @param format of their text: a pattern or a word, as the setting for it takes it
 * @param read rows with a stamp
 * @param passedOver lines without one that were passed over
 * @param odd the first few of those
 */
public record StampEvidence(List<String> columns, String format, long read, long passedOver, List<OddLine> odd) {
    /** Copies the lists. */
    public StampEvidence {
        columns = List.copyOf(columns);
        odd = List.copyOf(odd);
    }
}
