package lstm.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lstm.cli.TrainingEnding;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.TrainingProgress;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.Evaluation;
import lstm.evaluate.HeldOut;
import lstm.evaluate.HeldOutPanel;
import lstm.forecast.Forecaster;
import lstm.model.Model;
import lstm.model.ModelDraft;
import lstm.model.Score;
import lstm.model.TrainingHistory.Status;
import lstm.network.Network;
import lstm.prepare.Panel;
import lstm.prepare.Samples;
import lstm.prepare.TrainingSet;
import lstm.report.TrainingSummary;
import lstm.series.Series;
import lstm.text.NumberText;
import lstm.train.DivergedException;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/**
 * One training, new or gone on with, from the series to the finished model file.
 *
 * @param files the series, one or several of the same form
 * @param panel of these
 */
public record Training(Path target, List<Series> files, Panel panel, ModelDraft draft, Optional<Model> earlier) {
    /** Whether there is nothing to do. */
    public boolean isDone() {
        return earlier.filter(model -> model.training().isFinished()).isPresent();
    }

    /** Trains to the end, or until asked to stop, and returns the exit code. */
    public int go(Console console, TrainingEnding ending, int threads) throws LstmException, BrokenPipeException {
        if (isDone()) {
            return finishedBefore(console, earlier.get(), ending, threads);
        }
        if (!ending.quiet()) {
            console.err().print(TrainingSummary.before(this));
        }
        TrainingState state = earlier.map(Model::state).orElseGet(draft::start);
        Checkpoint saver = new Checkpoint(target, draft, console);
        Samples held = panel.held();
        boolean validates = held.count() > 0;
        TrainingProgress progress = new TrainingProgress(
                console,
                ending.screen(),
                new TrainingProgress.Plan(
                        draft.recipe(), validates, state.history().size()));
        CheckpointListener listener = new CheckpointListener(console.signal(), saver, progress);
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

    private int finishedBefore(Console console, Model model, TrainingEnding ending, int threads)
            throws LstmException, BrokenPipeException {
        if (model.training().status() == Status.DIVERGED) {
            throw LstmException.in(
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

    private int stop(Console console, TrainingEnding ending, TrainingState state, Checkpoint saver)
            throws LstmException {
        saver.save(state);
        int done = state.history().size();
        String where = done < draft.recipe().epochs() ? "in epoch " + (done + 1) : "after the last epoch";
        console.say("stopped " + where + "; all is saved in " + target + "; " + ending.goOn());
        return console.signal().exitCode();
    }

    private LstmException diverged(DivergedException e, TrainingState state, Checkpoint saver) throws LstmException {
        String kept = "no epoch was finished, so no model is written";
        if (state.bestEpoch() > 0) {
            saver.finish(draft.finished(state, Status.DIVERGED, List.of(), Optional.empty()));
            kept = "the weights of epoch " + state.bestEpoch() + " are kept in " + target;
        }
        return new LstmException(
                Kind.DIVERGED,
                "training " + e.getMessage() + "; " + kept + "; use a smaller --learning-rate or --clip-norm 1");
    }

    private int finish(
            Console console,
            TrainingEnding ending,
            Network network,
            TrainingState state,
            Trainer.End end,
            Checkpoint saver,
            TrainingProgress progress)
            throws LstmException, BrokenPipeException {
        Forecaster forecaster = forecaster(network, state.best());
        Status status = end == Trainer.End.FINISHED ? Status.FINISHED : Status.STOPPED_EARLY;
        List<Evaluation> held = List.of();
        Model model;
        if (isOfSeveral()) {
            HeldOutPanel each = new HeldOutPanel(panel, files);
            model = draft.finished(state, status, each.scores(forecaster), each.calibration(forecaster));
        } else {
            held = held().oneStep(forecaster, draft.baselines());
            List<Score> scores = held.stream().map(Evaluation::score).toList();
            model = draft.finished(state, status, scores, held().calibration(forecaster));
        }
        saver.finish(model);
        ending.views().preview(console, this, model);
        if (!ending.quiet()) {
            console.err().print(TrainingSummary.after(this, model, progress.seconds()));
        }
        ending.views().write(console, this, model, held);
        return report(console, ending, model);
    }

    private int report(Console console, TrainingEnding ending, Model model) throws LstmException, BrokenPipeException {
        if (ending.json()) {
            OutputOptions.toStdout(console, to -> to.write(TrainingSummary.json(this, model)));
        }
        if (ending.gate().isPresent()) {
            ending.gate().get().hold(model.scores());
        }
        return ExitCode.OK.code();
    }

    /** Whether it is of more than one series. */
    public boolean isOfSeveral() {
        return files.size() > 1;
    }

    /** The first series. */
    public Series series() {
        return files.get(0);
    }

    /** The first series, made ready. */
    public TrainingSet set() {
        return panel.parts().get(0);
    }

    /** What it is trained on, in words. */
    public String name() {
        return name(files);
    }

    /** What is trained on such files, in words. */
    public static String name(List<Series> files) {
        return files.size() == 1 ? files.get(0).source() : NumberText.count(files.size()) + " files";
    }

    /** The rows of the only series that are held out. */
    public HeldOut held() {
        return new HeldOut(set(), series(), draft.calendar());
    }

    /** Forecasts with weights. Modifies the network: it gets them. */
    public Forecaster forecaster(Network network, float[] weights) {
        return new Forecaster(network, weights, draft.preparation());
    }
}
