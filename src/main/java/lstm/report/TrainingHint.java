package lstm.report;

import java.util.Optional;

/**
 * How to go on after a check, as the front end writes it.
 *
 * @param command the command that trains as advised, if anything can be trained
 * @param refusal why a training with the default lookback would be refused, if it would be
 */
public record TrainingHint(Optional<CommandLineText> command, Optional<String> refusal) {}
