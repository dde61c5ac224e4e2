package lstm.cli;

import java.util.Optional;
import java.util.stream.Stream;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Job;
import lstm.model.Settings;
import lstm.prepare.Split;
import lstm.train.Task;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** A synthetic task in the place of a file. */
final class TaskOptions {
    /** A sample's values must fit in an array, and all of them in memory. */
    private static final long MOST_VALUES = 1L << 28;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description =
                    "In the place of a file a task that needs a long memory: adding (the sum of the two values that"
                            + " a second column marks) or copy-first (the first value, all others distract).")
    private Task task;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of a task (default: ${DEFAULT-VALUE}).")
    private int steps = 100;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Samples drawn of a task, held out ones among them (default: ${DEFAULT-VALUE}).")
    private int samples = 10_000;

    Optional<Task> task() {
        return Optional.ofNullable(task);
    }

    /** Holds the options to one another: a file and a task exclude each other, and each has its own options. */
    void check(Optional<String> file, ParseResult parsed) throws UserException {
        if (task == null && file.isEmpty()) {
            throw new UserException(Kind.USAGE, "nothing to compare on; give FILE.csv or --task adding");
        }
        if (task != null && file.isPresent()) {
            throw new UserException(Kind.USAGE, "FILE.csv and --task exclude each other; give one of them");
        }
        Stream<String> others = task == null
                ? Stream.of("--steps", "--samples")
                : Stream.of(
                        "--lookback",
                        "--target",
                        "--features",
                        "--known-ahead",
                        "--date",
                        "--horizon",
                        "--strategy",
                        "--transform",
                        "--feature-transform",
                        "--scaler",
                        "--season",
                        "--calendar",
                        "--min",
                        "--max",
                        "--positive",
                        "--missing",
                        "--delimiter",
                        "--date-format");
        Optional<String> other = others.filter(parsed::hasMatchedOption).findFirst();
        if (other.isPresent()) {
            throw new UserException(
                    Kind.USAGE,
                    other.get() + " says nothing about " + (task == null ? "a file" : "a task") + "; leave it out");
        }
        if (task != null) {
            checkSizes();
        }
    }

    private void checkSizes() throws UserException {
        if (steps < Task.LEAST_STEPS) {
            throw new UserException(Kind.USAGE, "--steps " + steps + ": give at least " + Task.LEAST_STEPS);
        }
        if (samples < Split.LEAST_WINDOWS) {
            throw new UserException(Kind.USAGE, "--samples " + samples + ": give at least " + Split.LEAST_WINDOWS);
        }
        if ((long) samples * steps * task.inputs() > MOST_VALUES) {
            throw new UserException(
                    Kind.USAGE, "--samples " + samples + " of --steps " + steps + " are too many; give fewer");
        }
    }

    /** The task, drawn by the seed of the training. */
    Job job(Settings settings) {
        Split split = Split.holdingOut(settings.validation(), samples, 1);
        long seed = settings.recipe().seed();
        return new Job.OfTask(
                task.draw(split.trainRows(), steps, seed, 0), task.draw(split.heldRows(), steps, seed, 1));
    }

    /** What a picture of it is called. */
    String title() {
        return task + ", " + steps + " steps";
    }
}
