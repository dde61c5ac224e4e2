package lstm.report;

import java.util.Optional;
import lstm.workflow.BatchResult;

/**
 * How a file of a batch ended, as it is reported.
 *
 * @param code the exit code of the file
 * @param error the error message, if it failed or was stopped
 */
public record BatchOutcome(BatchResult result, int code, Optional<String> error) {}
