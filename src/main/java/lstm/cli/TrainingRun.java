package lstm.cli;

import java.nio.file.Path;
import java.util.Optional;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.Evaluation;
import lstm.forecast.Forecaster;
import lstm.model.Draft;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.model.Score;
import lstm.model.Settings;
import lstm.model.Training.Status;
import lstm.network.Architecture;
import lstm.network.Footprint;
import lstm.network.Network;
import lstm.prepare.TrainingSet;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.DivergedException;
import lstm.train.Trainer;
import lstm.train.TrainingState;
import picocli.CommandLine.Model.CommandSpec;

/** One training, new or gone on with, from the series to the finished model file. */
record TrainingRun(Path target, Series series, TrainingSet set, Draft draft, Optional<Model> earlier) {
    /** A new one. */
    static TrainingRun start(Path target, Series series, Settings settings, ReadOptions reading) throws UserException {
        return prepare(target, series, settings, reading, Optional.empty());
    }

    /** The unfinished one in the model file, on the data it was started with. */
    static TrainingRun resume(Path target, Series series, Settings said, ReadOptions reading, CommandSpec spec)
            throws UserException {
        Model model = ModelFile.read(target);
        Settings settings = TrainOptions.resumed(Settings.of(model), said, spec);
        TrainingRun run = prepare(target, series, settings, reading, Optional.of(model));
        if (!run.draft.data().equals(model.data()) || !run.draft.preparation().equals(model.preparation())) {
            throw new UserException(
                    Kind.DATA,
                    series.source() + ": is not the data that " + target
                            + " is being trained on; give that file and its --target, or start anew with --force");
        }
        return run;
    }

    private static TrainingRun prepare(
            Path target, Series series, Settings settings, ReadOptions reading, Optional<Model> earlier)
            throws UserException {
        Trainable.check(series, settings);
        Architecture architecture = architecture(settings, series.columns().size());
        int batch = Math.min(settings.recipe().batch(), series.rows());
        Room.here()
                .require(Footprint.ofTraining(
                        architecture,
                        settings.lookback(),
                        batch,
                        settings.recipe().optimizer().slots()));
        TrainingSet set = TrainingSet.of(
                settings.plan(),
                settings.lookback(),
                series.values(),
                series.stamps(),
                series.masked(),
                settings.validation());
        Draft draft = Draft.of(series, reading, set, architecture, settings.validation(), settings.recipe());
        return new TrainingRun(target, series, set, draft, earlier);
    }

    private static Architecture architecture(Settings settings, int inputs) throws UserException {
        try {
            return settings.architecture(inputs);
        } catch (IllegalArgumentException e) {
            throw new UserException(Kind.USAGE, e.getMessage() + "; use fewer --units or --layers");
        }
    }

    /** Trains to the end, or until asked to stop, and returns the exit code. */
    int go(Console console, int threads, boolean quiet, boolean json) throws UserException, ReaderGoneException {
        if (earlier.isPresent() && earlier.get().training().isFinished()) {
            return finishedBefore(console, earlier.get(), quiet, json);
        }
        if (!quiet) {
            console.err().print(Summary.before(this));
        }
        TrainingState state = earlier.map(Model::state).orElseGet(this::firstState);
        Saver saver = new Saver(target, draft);
        Progress progress = new Progress(console, quiet, draft, state);
        TrainingListener listener = new TrainingListener(console.signal(), saver, progress);
        console.signal().listen();
        try (Network network = new Network(draft.architecture(), draft.lookback(), threads)) {
            Trainer trainer = new Trainer(network, set.learn(), set.held(), draft.recipe());
            Trainer.End end = trainer.run(state, listener);
            progress.end();
            listener.rethrow();
            if (end == Trainer.End.INTERRUPTED) {
                return stop(console, state, saver);
            }
            return finish(console, network, state, end, progress, quiet, json);
        } catch (DivergedException e) {
            progress.end();
            throw diverged(e, state, saver);
        }
    }

    private int finishedBefore(Console console, Model model, boolean quiet, boolean json)
            throws UserException, ReaderGoneException {
        if (model.training().status() == Status.DIVERGED) {
            throw UserException.in(
                    Kind.DIVERGED,
                    target,
                    "its training diverged; start anew with --force and a smaller --learning-rate or --clip-norm 1");
        }
        if (!quiet) {
            console.say(target + ": its training is finished; nothing to resume");
        }
        return report(console, model, json);
    }

    private TrainingState firstState() {
        float[] weights =
                Network.initialWeights(draft.architecture(), draft.recipe().seed());
        return TrainingState.start(weights, draft.recipe().optimizer());
    }

    private int stop(Console console, TrainingState state, Saver saver) throws UserException {
        saver.save(state);
        console.say("stopped in epoch " + (state.history().size() + 1) + "; all is saved in " + target
                + "; go on with the same command and --resume");
        return console.signal().exitCode();
    }

    private UserException diverged(DivergedException e, TrainingState state, Saver saver) throws UserException {
        String kept = "no epoch was finished, so no model is written";
        if (state.bestEpoch() > 0) {
            saver.finish(draft.finished(state, Status.DIVERGED, Optional.empty()));
            kept = "the weights of epoch " + state.bestEpoch() + " are kept in " + target;
        }
        return new UserException(
                Kind.DIVERGED,
                "training " + e.getMessage() + "; " + kept + "; use a smaller --learning-rate or --clip-norm 1");
    }

    private int finish(
            Console console,
            Network network,
            TrainingState state,
            Trainer.End end,
            Progress progress,
            boolean quiet,
            boolean json)
            throws UserException, ReaderGoneException {
        Optional<Evaluation> held = evaluate(network, state);
        Optional<Score> score = held.map(Evaluation::score);
        Status status = end == Trainer.End.FINISHED ? Status.FINISHED : Status.STOPPED_EARLY;
        Model model = draft.finished(state, status, score);
        ModelFile.write(Disk.LOCAL, target, model, Existing.REPLACE);
        if (!quiet) {
            console.err().print(Summary.after(this, model, progress.seconds()));
        }
        return report(console, model, json);
    }

    private int report(Console console, Model model, boolean json) throws UserException, ReaderGoneException {
        if (json) {
            Output.toStdout(console, to -> to.write(Summary.json(this, model)));
        }
        return ExitCode.OK.code();
    }

    private Optional<Evaluation> evaluate(Network network, TrainingState state) {
        if (set.held().count() == 0) {
            return Optional.empty();
        }
        Forecaster forecaster = new Forecaster(network, state.best(), draft.preparation());
        int[] origins = set.held().truthRows();
        double[] predicted = forecaster.oneStep(series.values(), series.stamps(), origins);
        return Optional.of(Evaluation.of(series.column(0), origins, predicted));
    }
}
