package lstm.workflow;

import java.nio.file.Path;
import java.util.List;

/**
 * One file of a batch.
 *
 * @param number from 0 on, in the order in which the files were named
 * @param file as it was named
 * @param model where its model goes
 * @param forecast where its forecast goes
 * @param train options for {@code train}, as words of a command line
 * @param predict options for {@code predict}
 */
public record BatchJob(int number, String file, Path model, Path forecast, List<String> train, List<String> predict) {}
