package lstm.cli.option;

import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.error.SettingRange;
import lstm.explain.ComparisonTask;
import lstm.model.Settings;
import lstm.prepare.Split;
import lstm.train.SyntheticTask;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** A synthetic task instead of a file. */
public final class TaskOptions {
    /** A sample's values must fit in an array, and all of them in memory. */
    private static final long MOST_VALUES = 1L << 28;

    private static final List<Setting> OF_TASKS = List.of(Setting.STEPS, Setting.SAMPLES);
    private static final List<Setting> OF_FILES = List.of(
            Setting.LOOKBACK,
            Setting.TARGET,
            Setting.FEATURES,
            Setting.KNOWN_AHEAD,
            Setting.STATIC,
            Setting.STATIC_FILE,
            Setting.DATE,
            Setting.HORIZON,
            Setting.STRATEGY,
            Setting.TRANSFORM,
            Setting.FEATURE_TRANSFORM,
            Setting.SCALER,
            Setting.SEASON,
            Setting.CALENDAR,
            Setting.MIN,
            Setting.MAX,
            Setting.POSITIVE,
            Setting.MISSING,
            Setting.SAMPLING,
            Setting.COLD,
            Setting.WEIGHT,
            Setting.DELIMITER,
            Setting.DATE_FORMAT);

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "Instead of a file, a synthetic task that needs a long memory: adding (the sum of the two"
                    + " values marked in a second column) or copy-first (the first value; all others are"
                    + " distractions).")
    private SyntheticTask task;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps per sample of a task (default: ${DEFAULT-VALUE}).")
    private int steps = 100;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Samples to draw for a task, including those held out (default: ${DEFAULT-VALUE}).")
    private int samples = 10_000;

    public Optional<SyntheticTask> task() {
        return Optional.ofNullable(task);
    }

    /** Checks the options together: a file and a task exclude each other, and each has its own options. */
    public void check(Optional<String> file, ParseResult parsed) throws LstmException {
        if (task == null && file.isEmpty()) {
            throw LstmException.usage("nothing to compare on")
                    .remedy("give FILE.csv or ", Setting.TASK.to(SyntheticTask.ADDING));
        }
        if (task != null && file.isPresent()) {
            throw LstmException.usage("FILE.csv and ", Setting.TASK, " exclude each other")
                    .remedy("give one of them");
        }
        Optional<Setting> other = (task == null ? OF_TASKS : OF_FILES)
                .stream()
                        .filter(setting -> parsed.hasMatchedOption("--" + setting))
                        .findFirst();
        if (other.isPresent()) {
            throw LstmException.usage(other.get(), " does not apply to ", task == null ? "a file" : "a task")
                    .remedy("leave it out");
        }
        if (task != null) {
            checkSizes();
        }
    }

    private void checkSizes() throws LstmException {
        SettingRange.atLeast(Setting.STEPS, steps, SyntheticTask.LEAST_STEPS);
        SettingRange.atLeast(Setting.SAMPLES, samples, Split.LEAST_WINDOWS);
        if ((long) samples * steps * task.inputs() > MOST_VALUES) {
            throw LstmException.usage(
                            Setting.SAMPLES.to(samples), " of ", Setting.STEPS.to(steps), " need too much memory")
                    .remedy("use fewer of one of them");
        }
    }

    /** The task, drawn with the seed of the training. */
    public ComparisonTask job(Settings settings) {
        Split split = Split.holdingOut(settings.validation(), samples, 1);
        long seed = settings.recipe().seed();
        return new ComparisonTask.OfTask(
                task.draw(split.trainRows(), steps, seed, 0), task.draw(split.heldRows(), steps, seed, 1));
    }

    /** Title of its figure. */
    public String title() {
        return task + ", " + steps + " steps";
    }
}
