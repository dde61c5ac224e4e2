package lstm.series;

import java.time.ZoneOffset;
import java.util.List;

/** Something that was done to the data of a series while it was read. */
public sealed interface SeriesNote {
    /**
     * Rows are numbered although a column is named like a date.
     *
     * @param column its name; it holds plain numbers
     */
    record RowsNumbered(String column) implements SeriesNote {}

    /**
     * Rows are numbered although a column looks somewhat like dates.
     *
     * @param column its name
     * @param line on which it holds no date
     * @param text what it holds there
     */
    record DatesUnread(String column, long line, String text) implements SeriesNote {}

    /**
     * Lines that hold no row were passed over.
     *
     * @param count how many
     * @param first the first few
     */
    record LinesPassedOver(long count, List<OddLine> first) implements SeriesNote {
        /** Copies the list. */
        public LinesPassedOver {
            first = List.copyOf(first);
        }
    }

    /**
     * Lines above the header were passed over.
     *
     * @param header the line of the header, or of the first row if the columns have no names
     * @param count of the lines above that are not blank
     * @param first of them
     */
    record LinesAbove(long header, long count, List<OddLine> first) implements SeriesNote {
        /** Copies the list. */
        public LinesAbove {
            first = List.copyOf(first);
        }
    }

    /** Numbers are written in another way than plainly, with a decimal point. */
    record NumbersRead(NumberFacts facts) implements SeriesNote {}

    /** The file has its newest row first, and the rows were reversed. */
    record Reversed() implements SeriesNote {}

    /** Time stamps were cut to whole seconds. */
    record FractionsCut() implements SeriesNote {}

    /**
     * Times were taken as local clock times.
     *
     * @param offsets from UTC that the file gives, ascending; they were ignored
     */
    record OffsetsIgnored(List<ZoneOffset> offsets) implements SeriesNote {
        /** Copies the list. */
        public OffsetsIgnored {
            offsets = List.copyOf(offsets);
        }
    }

    /**
     * The clock is put back in the file, so all times were moved to the least of its offsets.
     *
     * @param offsets from UTC that the file gives, the least first
     * @param line the first with another offset than the line before it
     */
    record ClocksMoved(List<ZoneOffset> offsets, long line) implements SeriesNote {
        /** Copies the list. */
        public ClocksMoved {
            offsets = List.copyOf(offsets);
        }
    }

    /**
     * Rows with a missing value were dropped.
     *
     * @param missing cells without a number
     * @param unreadable how many of them hold text or a number that is not finite
     * @param rows dropped
     */
    record RowsDropped(long missing, long unreadable, long rows) implements SeriesNote {}

    /**
     * Missing values were filled in.
     *
     * @param missing cells without a number
     * @param unreadable how many of them hold text or a number that is not finite
     * @param policy how they were filled
     */
    record ValuesFilled(long missing, long unreadable, Missing policy) implements SeriesNote {}

    /**
     * Columns, or rows, of a table that would each be a series hold no value.
     *
     * @param series the first of them
     * @param more how many others there are
     */
    record WithoutValues(String series, long more) implements SeriesNote {}

    /**
     * Rows at the ends were dropped, where there is nothing to fill from.
     *
     * @param rows dropped
     */
    record EndsDropped(long rows) implements SeriesNote {}
}
