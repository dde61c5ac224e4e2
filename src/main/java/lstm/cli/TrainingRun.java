package lstm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lstm.file.UserException;
import lstm.file.UserException.Kind;
import lstm.forecast.BaselineFit;
import lstm.forecast.Evaluation;
import lstm.forecast.Forecaster;
import lstm.forecast.HeldOut;
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
        if (series.columns().size() != model.preparation().columns().size()) {
            throw otherData(target, series);
        }
        TrainingRun run = prepare(target, series, settings, reading, Optional.of(model));
        if (!run.draft.data().equals(model.data()) || !run.draft.preparation().equals(model.preparation())) {
            throw otherData(target, series);
        }
        return run;
    }

    private static UserException otherData(Path target, Series series) {
        return new UserException(
                Kind.DATA,
                series.source() + ": is not the data that " + target
                        + " is being trained on; give that file and its --target, or start anew with --force");
    }

    /**
     * What the model file needs to be of this series and these settings: nothing if its training is finished, to go on
     * if it is not, or a new training if there is no file or it is of other data or settings.
     */
    static TrainingRun update(Path target, Series series, Settings settings, ReadOptions reading) throws UserException {
        TrainingRun anew = start(target, series, settings, reading);
        if (!Files.exists(target)) {
            return anew;
        }
        Model model = ModelFile.read(target);
        boolean same = Settings.of(model).equals(settings)
                && model.data().equals(anew.draft.data())
                && model.reading().equals(anew.draft.reading());
        return same ? new TrainingRun(target, series, anew.set, anew.draft, Optional.of(model)) : anew;
    }

    /** Whether there is nothing to do. */
    boolean isDone() {
        return earlier.filter(model -> model.training().isFinished()).isPresent();
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
        Draft draft = Draft.of(
                series,
                reading,
                set,
                BaselineFit.of(series.values(), series.masked(), set.split().trainRows(), set.preparation()),
                architecture,
                settings.validation(),
                settings.recipe());
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
    int go(Console console, Ending ending, int threads) throws UserException, ReaderGoneException {
        if (isDone()) {
            return finishedBefore(console, earlier.get(), ending, threads);
        }
        if (!ending.quiet()) {
            console.err().print(Summary.before(this));
        }
        TrainingState state = earlier.map(Model::state).orElseGet(draft::start);
        Saver saver = new Saver(target, draft, console);
        boolean validates = set.held().count() > 0;
        Progress progress = new Progress(
                console,
                ending.screen(),
                ending.quiet(),
                draft.recipe(),
                validates,
                state.history().size(),
                System::nanoTime);
        TrainingListener listener = new TrainingListener(console.signal(), saver, progress);
        console.signal().await();
        try (Network network = new Network(draft.architecture(), draft.lookback(), threads)) {
            Trainer trainer = new Trainer(network, set.learn(), set.held(), draft.recipe());
            Trainer.End end = trainer.run(state, listener);
            progress.end(state);
            listener.rethrow();
            if (end != Trainer.End.INTERRUPTED) {
                // What follows may take long, and needs not be waited for: a resumed training begins with it.
                saver.save(state);
                console.signal().awaitNoMore();
            }
            if (console.signal().isRaised()) {
                return stop(console, state, saver);
            }
            return finish(console, ending, network, state, end, saver, progress);
        } catch (DivergedException e) {
            progress.end(state);
            throw diverged(e, state, saver);
        }
    }

    private int finishedBefore(Console console, Model model, Ending ending, int threads)
            throws UserException, ReaderGoneException {
        if (model.training().status() == Status.DIVERGED) {
            throw UserException.in(
                    Kind.DIVERGED,
                    target,
                    "its training diverged; start anew with --force and a smaller --learning-rate or --clip-norm 1");
        }
        if (!ending.quiet()) {
            console.say(target + ": its training is finished; nothing to do");
        }
        try (Network network = new Network(draft.architecture(), draft.lookback(), threads)) {
            ending.views()
                    .write(
                            console,
                            this,
                            model,
                            held().oneStep(forecaster(network, model.weights()), draft.baselines()));
        }
        return report(console, ending, model);
    }

    private int stop(Console console, TrainingState state, Saver saver) throws UserException {
        saver.save(state);
        int done = state.history().size();
        String where = done < draft.recipe().epochs() ? "in epoch " + (done + 1) : "after the last epoch";
        console.say("stopped " + where + "; all is saved in " + target + "; go on with the same command and --resume");
        return console.signal().exitCode();
    }

    private UserException diverged(DivergedException e, TrainingState state, Saver saver) throws UserException {
        String kept = "no epoch was finished, so no model is written";
        if (state.bestEpoch() > 0) {
            saver.finish(draft.finished(state, Status.DIVERGED, List.of(), Optional.empty()));
            kept = "the weights of epoch " + state.bestEpoch() + " are kept in " + target;
        }
        return new UserException(
                Kind.DIVERGED,
                "training " + e.getMessage() + "; " + kept + "; use a smaller --learning-rate or --clip-norm 1");
    }

    private int finish(
            Console console,
            Ending ending,
            Network network,
            TrainingState state,
            Trainer.End end,
            Saver saver,
            Progress progress)
            throws UserException, ReaderGoneException {
        Forecaster forecaster = forecaster(network, state.best());
        List<Evaluation> held = held().oneStep(forecaster, draft.baselines());
        List<Score> scores = held.stream().map(Evaluation::score).toList();
        Status status = end == Trainer.End.FINISHED ? Status.FINISHED : Status.STOPPED_EARLY;
        Model model = draft.finished(state, status, scores, held().calibration(forecaster));
        saver.finish(model);
        ending.views().preview(console, this, model);
        if (!ending.quiet()) {
            console.err().print(Summary.after(this, model, progress.seconds()));
        }
        ending.views().write(console, this, model, held);
        return report(console, ending, model);
    }

    private int report(Console console, Ending ending, Model model) throws UserException, ReaderGoneException {
        if (ending.json()) {
            Output.toStdout(console, to -> to.write(Summary.json(this, model)));
        }
        ending.gate().hold(model.scores());
        return ExitCode.OK.code();
    }

    private HeldOut held() {
        return new HeldOut(set, series, draft.calendar());
    }

    private Forecaster forecaster(Network network, float[] weights) {
        return new Forecaster(network, weights, draft.preparation());
    }
}
