package lstm.report;

/**
 * A command that the user can run.
 *
 * @param line on one line
 * @param wrapped wrapped to the width of a terminal
 */
public record CommandLineText(String line, String wrapped) {}
