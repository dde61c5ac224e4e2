package lstm.cli;

import java.util.Optional;
import lstm.cli.option.MinSkillOption;
import lstm.cli.terminal.Terminal;

/**
 * What a training ends with, and how it is watched.
 *
 * @param gate the skill that it must have, if any
 * @param views what it can be looked at by
 * @param screen what progress is shown on
 * @param quiet whether nothing is said
 * @param json whether its summary goes to standard output
 * @param goOn what to type to go on with it once it was stopped
 */
public record TrainingEnding(
        Optional<MinSkillOption> gate,
        TrainingViews views,
        Terminal screen,
        boolean quiet,
        boolean json,
        String goOn) {}
