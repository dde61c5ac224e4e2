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
import lstm.forecast.HeldOuts;
import lstm.model.Baselines;
import lstm.model.Draft;
import lstm.model.Model;
import lstm.model.ModelFile;
import lstm.model.Score;
import lstm.model.Settings;
import lstm.model.Training.Status;
import lstm.network.Architecture;
import lstm.network.Footprint;
import lstm.network.Network;
import lstm.prepare.Panel;
import lstm.prepare.Samples;
import lstm.prepare.Split;
import lstm.prepare.TrainingSet;
import lstm.report.Figures;
import lstm.series.Calendar;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One training, new or gone on with, from the series to the finished model file.
 *
 * @param files the series, one or several of the same form
 * @param panel of these
 */
record TrainingRun(Path target, List<Series> files, Panel panel, Draft draft, Optional<Model> earlier) {
    /** A new one. */
    static TrainingRun start(Path target, List<Series> files, Settings settings, ReadOptions reading)
            throws UserException {
        return prepare(target, files, settings, reading, Optional.empty());
    }

    /** The unfinished one in the model file, on the data it was started with. */
    static TrainingRun resume(Path target, List<Series> files, Settings said, ReadOptions reading, CommandSpec spec)
            throws UserException {
        Model model = ModelFile.read(target);
        Settings settings = TrainOptions.resumed(Settings.of(model), said, spec);
        if (files.get(0).columns().size() != model.preparation().columns().size()) {
            throw otherData(target, files);
        }
        TrainingRun run = prepare(target, files, settings, reading, Optional.of(model));
        if (!run.draft.data().equals(model.data()) || !run.draft.preparation().equals(model.preparation())) {
            throw otherData(target, files);
        }
        return run;
    }

    private static UserException otherData(Path target, List<Series> files) {
        boolean several = files.size() > 1;
        return new UserException(
                Kind.DATA,
                name(files) + ": " + (several ? "are" : "is") + " not the data that " + target
                        + " is being trained on; give "
                        + (several ? "those files in their order" : "that file")
                        + " and its --target, or start anew with --force");
    }

    /**
     * What the model file needs to be of this series and these settings: nothing if its training is finished, to go on
     * if it is not, or a new training if there is no file or it is of other data or settings.
     */
    static TrainingRun update(Path target, List<Series> files, Settings settings, ReadOptions reading)
            throws UserException {
        TrainingRun anew = start(target, files, settings, reading);
        if (!Files.exists(target)) {
            return anew;
        }
        Model model = ModelFile.read(target);
        boolean same = Settings.of(model).equals(settings)
                && model.data().equals(anew.draft.data())
                && model.reading().equals(anew.draft.reading());
        return same ? new TrainingRun(target, files, anew.panel, anew.draft, Optional.of(model)) : anew;
    }

    /** Whether there is nothing to do. */
    boolean isDone() {
        return earlier.filter(model -> model.training().isFinished()).isPresent();
    }

    private static TrainingRun prepare(
            Path target, List<Series> files, Settings settings, ReadOptions reading, Optional<Model> earlier)
            throws UserException {
        Trainable.check(files, settings);
        Architecture architecture =
                architecture(settings, files.get(0).columns().size());
        requireRoom(architecture, settings.lookback(), files, settings.recipe());
        Panel panel = Panel.of(settings.plan(), settings.lookback(), files, settings.validation());
        Draft draft = files.size() == 1
                ? draft(
                        files.get(0),
                        reading,
                        panel.parts().get(0),
                        architecture,
                        settings.validation(),
                        settings.recipe())
                : Draft.of(files, reading, panel, architecture, settings.validation(), settings.recipe());
        return new TrainingRun(target, files, panel, draft, earlier);
    }

    /**
     * The training of a model on other rows, which are prepared as those that it was trained on. Where weights come
     * from is not settled with it.
     *
     * @param split which of the rows are held out
     * @param share of the rows held out, to be kept in the model
     */
    static TrainingRun onward(
            Path target, Series series, Model model, ReadOptions reading, Split split, double share, Recipe recipe)
            throws UserException {
        requireRoom(model.architecture(), model.lookback(), List.of(series), recipe);
        TrainingSet set = TrainingSet.of(split, model.preparation(), series.values(), series.stamps(), series.masked());
        Draft draft = draft(series, reading, set, model.architecture(), share, recipe);
        Draft dated = draft.withCalendar(Calendar.infer(series, model.calendar()));
        return new TrainingRun(target, List.of(series), Panel.of(set), dated, Optional.empty());
    }

    private static Draft draft(
            Series series,
            ReadOptions reading,
            TrainingSet set,
            Architecture architecture,
            double share,
            Recipe recipe) {
        List<Baselines> baselines = BaselineFit.of(series, set);
        return Draft.of(series, reading, set, baselines, architecture, share, recipe);
    }

    private static void requireRoom(Architecture architecture, int lookback, List<Series> files, Recipe recipe)
            throws UserException {
        long rows = files.stream().mapToLong(Series::rows).sum();
        int batch = (int) Math.min(recipe.batch(), rows);
        Room.here()
                .require(Footprint.ofTraining(
                        architecture, lookback, batch, recipe.optimizer().slots()));
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
        Samples held = panel.held();
        boolean validates = held.count() > 0;
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
            Trainer trainer = new Trainer(network, panel.learn(), held, draft.recipe());
            Trainer.End end = trainer.run(state, listener);
            progress.end(state);
            listener.rethrow();
            if (end != Trainer.End.INTERRUPTED) {
                // What follows may take long, and needs not be waited for: a resumed training begins with it.
                saver.save(state);
                console.signal().awaitNoMore();
            }
            if (console.signal().isRaised()) {
                return stop(console, ending, state, saver);
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
                            isOfSeveral()
                                    ? List.of()
                                    : held().oneStep(forecaster(network, model.weights()), draft.baselines()));
        }
        return report(console, ending, model);
    }

    private int stop(Console console, Ending ending, TrainingState state, Saver saver) throws UserException {
        saver.save(state);
        int done = state.history().size();
        String where = done < draft.recipe().epochs() ? "in epoch " + (done + 1) : "after the last epoch";
        console.say("stopped " + where + "; all is saved in " + target + "; " + ending.goOn());
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
        Status status = end == Trainer.End.FINISHED ? Status.FINISHED : Status.STOPPED_EARLY;
        List<Evaluation> held = List.of();
        Model model;
        if (isOfSeveral()) {
            HeldOuts each = new HeldOuts(panel, files);
            model = draft.finished(state, status, each.scores(forecaster), each.calibration(forecaster));
        } else {
            held = held().oneStep(forecaster, draft.baselines());
            List<Score> scores = held.stream().map(Evaluation::score).toList();
            model = draft.finished(state, status, scores, held().calibration(forecaster));
        }
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

    /** Whether it is of more than one series. */
    boolean isOfSeveral() {
        return files.size() > 1;
    }

    /** The first series. */
    Series series() {
        return files.get(0);
    }

    /** The first series, made ready. */
    TrainingSet set() {
        return panel.parts().get(0);
    }

    /** What it is trained on, in words. */
    String name() {
        return name(files);
    }

    private static String name(List<Series> files) {
        return files.size() == 1 ? files.get(0).source() : Figures.count(files.size()) + " files";
    }

    /** The rows of the only series that are held out. */
    HeldOut held() {
        return new HeldOut(set(), series(), draft.calendar());
    }

    /** Forecasts with weights. Modifies the network: it gets them. */
    Forecaster forecaster(Network network, float[] weights) {
        return new Forecaster(network, weights, draft.preparation());
    }
}
