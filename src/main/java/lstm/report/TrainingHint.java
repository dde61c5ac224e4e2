package lstm.report;

import java.util.Optional;

/**
 * How to train on a checked file, as the front end writes it.
 *
 * @param command the command that trains as advised, if anything can be trained
 * @param refusal why training with the default lookback would be refused, if it would
 */
public record TrainingHint(Optional<CommandLineText> command, Optional<String> refusal) {}
