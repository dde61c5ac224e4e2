package lstm.cli.option;

import java.util.Optional;
import java.util.stream.Stream;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.explain.ComparisonTask;
import lstm.model.Settings;
import lstm.prepare.Split;
import lstm.train.SyntheticTask;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** A synthetic task in the place of a file. */
public final class TaskOptions {
    /** A sample's values must fit in an array, and all of them in memory. */
    private static final long MOST_VALUES = 1L << 28;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description =
                    "In the place of a file a task that needs a long memory: adding (the sum of the two values that"
                            + " a second column marks) or copy-first (the first value, all others distract).")
    private SyntheticTask task;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of a task (default: ${DEFAULT-VALUE}).")
    private int steps = 100;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Samples drawn of a task, held out ones among them (default: ${DEFAULT-VALUE}).")
    private int samples = 10_000;

    public Optional<SyntheticTask> task() {
        return Optional.ofNullable(task);
    }

    /** Holds the options to one another: a file and a task exclude each other, and each has its own options. */
    public void check(Optional<String> file, ParseResult parsed) throws LstmException {
        if (task == null && file.isEmpty()) {
            throw new LstmException(Kind.USAGE, "nothing to compare on; give FILE.csv or --task adding");
        }
        if (task != null && file.isPresent()) {
            throw new LstmException(Kind.USAGE, "FILE.csv and --task exclude each other; give one of them");
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
            throw new LstmException(
                    Kind.USAGE,
                    other.get() + " says nothing about " + (task == null ? "a file" : "a task") + "; leave it out");
        }
        if (task != null) {
            checkSizes();
        }
    }

    private void checkSizes() throws LstmException {
        if (steps < SyntheticTask.LEAST_STEPS) {
            throw new LstmException(Kind.USAGE, "--steps " + steps + ": give at least " + SyntheticTask.LEAST_STEPS);
        }
        if (samples < Split.LEAST_WINDOWS) {
            throw new LstmException(Kind.USAGE, "--samples " + samples + ": give at least " + Split.LEAST_WINDOWS);
        }
        if ((long) samples * steps * task.inputs() > MOST_VALUES) {
            throw new LstmException(
                    Kind.USAGE, "--samples " + samples + " of --steps " + steps + " are too many; give fewer");
        }
    }

    /** The task, drawn by the seed of the training. */
    public ComparisonTask job(Settings settings) {
        Split split = Split.holdingOut(settings.validation(), samples, 1);
        long seed = settings.recipe().seed();
        return new ComparisonTask.OfTask(
                task.draw(split.trainRows(), steps, seed, 0), task.draw(split.heldRows(), steps, seed, 1));
    }

    /** What a picture of it is called. */
    public String title() {
        return task + ", " + steps + " steps";
    }
}
