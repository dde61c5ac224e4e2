package lstm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.cli.option.CommonOptions;
import lstm.cli.option.OutputOptions;
import lstm.cli.option.StaticSource;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.cli.terminal.SignalListener;
import lstm.cli.terminal.TrainingProgress;
import lstm.error.LstmException;
import lstm.evaluate.SkillGate;
import lstm.forecast.OneSidedErrors;
import lstm.model.Model;
import lstm.report.IntervalText;
import lstm.report.TrainingPlanText;
import lstm.report.TrainingSummary;
import lstm.series.SeriesTable;
import lstm.workflow.TrainResult;
import lstm.workflow.TrainingRun;

/**
 * Runs a training and shows its progress and result.
 *
 * @param gate fails the command if the skill is too low
 * @param views the charts and pages to write
 * @param json whether the summary goes to standard output
 * @param hints what it says about further commands
 */
record TrainingOutput(
        Console console, CommonOptions common, SkillGate gate, TrainingViews views, boolean json, Hints hints) {
    /**
     * What is said about further commands.
     *
     * @param resume how to resume an interrupted training
     * @param statics where facts about each series are read from
     */
    record Hints(String resume, StaticSource statics) {
        /** Of a training that the same command resumes. */
        static Hints of(StaticSource statics) {
            return new Hints("to resume, run the same command with --resume", statics);
        }
    }

    /** Runs it and returns the exit code. */
    int run(TrainingRun run) throws LstmException, BrokenPipeException {
        Path target = run.target().orElseThrow().path();
        if (run.isFinished()) {
            return finishedBefore(run, target);
        }
        if (!common.quiet()) {
            console.err().print(TrainingPlanText.text(run.job()));
        }
        TrainingProgress progress = progress(run);
        console.signal().await();
        TrainResult result = run.run(new SignalListener(console.signal(), progress));
        if (result.outcome() == TrainResult.Outcome.INTERRUPTED) {
            return stopped(result.model(), target, !run.target().orElseThrow().isStream());
        }
        views.preview(console, run.job(), result.model());
        OneSidedErrors.notes(result.model()).stream()
                .map(IntervalText::of)
                .forEach(note -> Notes.print(console, common, note));
        if (!common.quiet()) {
            console.err()
                    .print(TrainingSummary.after(
                            result, target, progress.seconds(), next(run, result.model(), target)));
        }
        views.write(
                console,
                run.job(),
                result.model(),
                () -> run.job().isOfSeveral() ? run.heldOutOfEach(result.model()) : List.of(result.heldOut()));
        return report(result, target);
    }

    /** Empty if the model went into a pipe or a device. */
    private Optional<String> next(TrainingRun run, Model model, Path target) {
        if (run.target().orElseThrow().isStream()) {
            return Optional.empty();
        }
        if (!run.job().isOfSeveral()) {
            return Optional.of(PredictCommand.line(target, model));
        }
        String source = SeriesTable.source(run.job().series());
        List<String> words = new ArrayList<>(List.of(source.equals("stdin") ? "-" : source));
        words.addAll(hints.statics().words());
        return Optional.of(PredictCommand.line(target, model, words.toArray(String[]::new)));
    }

    private TrainingProgress progress(TrainingRun run) {
        return new TrainingProgress(
                console,
                common.screen(console),
                new TrainingProgress.Plan(
                        run.job().draft().recipe(),
                        run.job().panel().validation().count() > 0,
                        run.epochsDone()));
    }

    private int finishedBefore(TrainingRun run, Path target) throws LstmException, BrokenPipeException {
        TrainResult result = run.run(new SignalListener(console.signal(), progress(run)));
        if (!common.quiet()) {
            console.say(target + ": training is already finished; nothing to do");
        }
        Model model = result.model();
        views.write(console, run.job(), model, () -> run.heldOutOfEach(model));
        return report(json ? run.rescored(result) : result, target);
    }

    private int stopped(Model model, Path target, boolean saved) {
        int done = model.epochs();
        String where = done < model.recipe().epochs() ? "in epoch " + (done + 1) : "after the last epoch";
        console.say("stopped " + where + "; "
                + (saved
                        ? "everything is saved in " + target + "; " + hints.resume()
                        : "nothing is written: " + target + " is a pipe or a device, which gets finished models only"));
        return console.signal().exitCode();
    }

    private int report(TrainResult result, Path target) throws LstmException, BrokenPipeException {
        if (json) {
            OutputOptions.toStdout(console, to -> to.write(TrainingSummary.json(target, result)));
        }
        gate.requireSkill(result.scores());
        return ExitCode.OK.code();
    }
}
