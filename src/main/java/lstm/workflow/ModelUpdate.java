package lstm.workflow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.MinSkillOption;
import lstm.cli.option.OutputOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.TrainingProgress;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.evaluate.Evaluation;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.model.Score;
import lstm.model.TrainingHistory.Status;
import lstm.modelfile.ModelFile;
import lstm.network.Network;
import lstm.prepare.Split;
import lstm.report.Json;
import lstm.report.Scores;
import lstm.report.TrainingSummary;
import lstm.report.UpdateSummary;
import lstm.series.ReadOptions;
import lstm.train.DivergedException;
import lstm.train.Recipe;
import lstm.train.Trainer;
import lstm.train.TrainingState;

/** A finished model that learns new rows, and is replaced only by a better one. */
public record ModelUpdate(Console console, Path modelFile, Path target, Model old, NewRows rows) {
    /** What came of it. */
    private record Outcome(Model model, boolean isNew, List<Score> before, List<Score> after, double seconds) {}

    /** There is nothing new: the model stays. */
    public int nothing(boolean quiet, boolean json, MinSkillOption gate) throws LstmException, BrokenPipeException {
        if (!quiet) {
            console.say(rows.file().source() + ": has " + rows.text(old, modelFile) + "; nothing to do");
        }
        return end(new Outcome(old, false, old.scores(), List.of(), 0), json, gate);
    }

    /** Learns, judges, and keeps the better of the two. */
    public int go(
            CommonOptions common,
            ReadOptions reading,
            Recipe recipe,
            double share,
            int threads,
            boolean json,
            MinSkillOption gate)
            throws LstmException, BrokenPipeException {
        Split split = rows.split(old, share);
        Training run = TrainingSetup.onward(target, rows.joined(), old, reading, split, share, recipe);
        if (share > 0 && run.set().held().count() == 0) {
            throw new LstmException(
                    Kind.DATA,
                    rows.file().source() + ": no held-out row can be forecast, since each has masked rows before it;"
                            + " use --missing interpolate");
        }
        UpdateSummary text = new UpdateSummary(modelFile, target, old, rows);
        if (!common.quiet()) {
            console.err().print(text.before(run));
        }
        Optional<Outcome> outcome = learn(run, recipe, common, threads);
        if (outcome.isEmpty()) {
            console.say("stopped; " + modelFile + " is as it was");
            return console.signal().exitCode();
        }
        Outcome done = outcome.get();
        if (!common.quiet()) {
            console.err().print(text.after(done.isNew, done.before, done.after, done.seconds));
        }
        return end(done, json, gate);
    }

    /** Empty if a signal came. */
    private Optional<Outcome> learn(Training run, Recipe recipe, CommonOptions common, int threads)
            throws LstmException {
        boolean validates = run.set().held().count() > 0;
        TrainingProgress progress =
                new TrainingProgress(console, common.screen(console), new TrainingProgress.Plan(recipe, validates, 0));
        TrainingState state = TrainingState.start(old.weights(), recipe.optimizer());
        console.signal().await();
        try (Network network = new Network(old.architecture(), old.lookback(), threads)) {
            List<Score> before = scores(run, network, old.weights());
            Trainer trainer = new Trainer(network, run.set().learn(), run.set().held(), recipe);
            Trainer.End end = trainer.run(state, listener(progress));
            progress.end(state);
            if (end == Trainer.End.INTERRUPTED) {
                return Optional.empty();
            }
            List<Score> after = scores(run, network, state.best());
            boolean worse = isWorse(after, before);
            Status status = end == Trainer.End.FINISHED ? Status.FINISHED : Status.STOPPED_EARLY;
            Model model = worse
                    ? old
                    : run.draft()
                            .finished(
                                    state,
                                    status,
                                    after,
                                    run.held().calibration(run.forecaster(network, state.best())));
            return console.signal().isRaised()
                    ? Optional.empty()
                    : Optional.of(new Outcome(model, !worse, before, after, progress.seconds()));
        } catch (DivergedException e) {
            progress.end(state);
            throw new LstmException(
                    Kind.DIVERGED,
                    "training " + e.getMessage() + "; " + modelFile
                            + " is as it was; use a smaller --learning-rate, or train anew");
        } finally {
            console.signal().awaitNoMore();
        }
    }

    /** On the held-out rows, of each target. Modifies the network. */
    private static List<Score> scores(Training run, Network network, float[] weights) {
        return run.held().oneStep(run.forecaster(network, weights), run.draft().baselines()).stream()
                .map(Evaluation::score)
                .toList();
    }

    /** Whether errors have grown, in the mean over the targets. */
    private static boolean isWorse(List<Score> after, List<Score> before) {
        double sum = 0;
        for (int target = 0; target < after.size(); target++) {
            double now = after.get(target).model().rmse();
            double then = before.get(target).model().rmse();
            sum += now == then ? 1 : now / then;
        }
        return sum > after.size();
    }

    private Trainer.Listener listener(TrainingProgress progress) {
        return new Trainer.Listener() {
            @Override
            public boolean afterStep(TrainingState state, int batches) {
                progress.step(state, batches);
                return console.signal().isRaised();
            }

            @Override
            public void afterEpoch(TrainingState state, boolean improved) {
                progress.epoch(state);
            }
        };
    }

    /** Writes the model, unless it is there as it is, and holds it to the gate. */
    private int end(Outcome outcome, boolean json, MinSkillOption gate) throws LstmException, BrokenPipeException {
        if (outcome.isNew || !target.equals(modelFile)) {
            ModelFile.write(console.disk(), target, outcome.model, Existing.REPLACE);
        }
        if (json) {
            byte[] summary = (Json.text(values(outcome)) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputOptions.toStdout(console, to -> to.write(summary));
        }
        gate.hold(outcome.isNew ? outcome.after : outcome.before);
        return ExitCode.OK.code();
    }

    private Map<String, Object> values(Outcome outcome) {
        Map<String, Object> values = new LinkedHashMap<>(TrainingSummary.values(target, outcome.model));
        values.put("new_rows", rows.count());
        values.put("updated", outcome.isNew);
        values.put("before", first(outcome.before));
        values.put("after", first(outcome.after));
        return values;
    }

    /** Of the first target. */
    private static Object first(List<Score> scores) {
        return scores.isEmpty() ? null : Scores.values(scores.get(0));
    }
}
