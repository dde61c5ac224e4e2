package lstm.report;

/**
 * A command line, to be typed again.
 *
 * @param line on one line
 * @param wrapped broken before options where it would be too long
 */
public record CommandLineText(String line, String wrapped) {}
