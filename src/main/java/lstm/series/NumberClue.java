package lstm.series;

/** What suggests how the numbers of a file are written, where no cell proves it. */
public enum NumberClue {
    /** Fields are separated by semicolons, as where the comma is the decimal sign. */
    SEMICOLONS,
    /** Fields are separated by commas, tabs or bars, as programs write them. */
    COMMAS,
    /** Dates are written with points, day first. */
    DOTTED_DATES,
    /** Dates are written with the month first, as in the United States. */
    MONTH_FIRST_DATES,
    /** Whole numbers have at most three digits wherever they do not contain the sign. */
    GROUPS,
    /** There are whole numbers of four digits and more that do not contain the sign. */
    NO_GROUPS,
    /** Other columns prove the decimal sign. */
    OTHER_COLUMNS,
    /** The numbers of the training data, or of the files before, are written so. */
    BEFORE,
    /** It was asked for. */
    ASKED
}
