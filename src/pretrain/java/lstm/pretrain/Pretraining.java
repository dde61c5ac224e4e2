package lstm.pretrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lstm.base.BaseShape;
import lstm.error.LstmException;
import lstm.network.Network;
import lstm.train.DivergedException;
import lstm.train.Epoch;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * Trains a base network. Arguments, each NAME=VALUE: file (required), minutes (10) after which it stops, threads (1);
 * and for a file that is not there yet seed (1), epochs (100), windows (6400), batch (64), rate (0.002), units,
 * segment, window, horizon. A file that is there is resumed, and ends in the same bits as a training without a stop.
 */
public final class Pretraining {
    private static final double NANOSECONDS = 60e9;

    private Pretraining() {}

    /** Trains, with a line for each epoch on stderr; the file is written after each. */
    public static void main(String[] args) throws IOException, DivergedException {
        Map<String, String> settings = new TreeMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            settings.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        Path file = Path.of(settings.remove("file"));
        double minutes = Double.parseDouble(value(settings, "minutes", "10"));
        int threads = Integer.parseInt(value(settings, "threads", "1"));
        boolean resumes = Files.exists(file);
        BaseModel model = resumes ? BaseModelFile.read(file) : BaseModel.untrained(plan(settings));
        if (!settings.isEmpty()) {
            throw new IllegalArgumentException(
                    (resumes ? "a training that is resumed keeps its settings: " : "no such settings: ") + settings);
        }
        long end = System.nanoTime() + (long) (minutes * NANOSECONDS);
        boolean finished = train(model, threads, state -> System.nanoTime() > end, state -> {
            say(model.plan(), state);
            write(file, model);
        });
        write(file, model);
        System.err.println((finished ? "finished " : "stopped; the same command resumes it: ") + file + ", "
                + Files.size(file) + " bytes");
    }

    private static void write(Path file, BaseModel model) {
        try {
            BaseModelFile.write(file, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LstmException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String value(Map<String, String> settings, String name, String otherwise) {
        String value = settings.remove(name);
        return value == null ? otherwise : value;
    }

    private static PretrainingPlan plan(Map<String, String> settings) {
        BaseShape usual = BaseShape.DEFAULT;
        BaseShape shape = new BaseShape(
                Integer.parseInt(value(settings, "units", "" + usual.units())),
                Integer.parseInt(value(settings, "segment", "" + usual.segment())),
                Integer.parseInt(value(settings, "window", "" + usual.window())),
                Integer.parseInt(value(settings, "horizon", "" + usual.horizon())));
        return new PretrainingPlan(
                shape,
                Long.parseLong(value(settings, "seed", "1")),
                Integer.parseInt(value(settings, "epochs", "100")),
                Integer.parseInt(value(settings, "windows", "6400")),
                Integer.parseInt(value(settings, "batch", "64")),
                Double.parseDouble(value(settings, "rate", "0.002")));
    }

    /** Asked after each step whether to stop there. */
    interface Stop {
        boolean after(TrainingState state);
    }

    /** Told of each epoch. */
    interface Progress {
        void afterEpoch(TrainingState state);
    }

    /** Trains a model on, which is modified; returns whether all epochs are done. */
    static boolean train(BaseModel model, int threads, Stop stop, Progress progress) throws DivergedException {
        PretrainingPlan plan = model.plan();
        Trainer.Listener listener = new Trainer.Listener() {
            @Override
            public boolean afterStep(TrainingState state, int batches) {
                return stop.after(state);
            }

            @Override
            public void afterEpoch(TrainingState state, boolean improved) {
                progress.afterEpoch(state);
            }
        };
        try (Network network =
                new Network(plan.shape().architecture(), plan.shape().window(), threads)) {
            Trainer trainer = new Trainer(network, plan.windowsOfTraining(), plan.windowsOfValidation(), plan.recipe());
            return trainer.run(model.state(), listener) == Trainer.End.FINISHED;
        }
    }

    private static void say(PretrainingPlan plan, TrainingState state) {
        int done = state.history().size();
        Epoch epoch = state.history().get(done - 1);
        System.err.printf(
                Locale.ROOT,
                "epoch %d of %d: loss %.5f, on other series %.5f%s%n",
                done,
                plan.epochs(),
                epoch.loss(),
                epoch.validation().orElseThrow(),
                state.bestEpoch() == done ? ", the best" : "");
    }
}
