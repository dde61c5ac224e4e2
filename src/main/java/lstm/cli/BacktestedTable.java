package lstm.cli;

import java.util.List;
import lstm.cli.option.CommonOptions;
import lstm.cli.terminal.BrokenPipeException;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.ExitCode;
import lstm.cli.terminal.Notes;
import lstm.cli.terminal.SignalListener;
import lstm.cli.terminal.TrainingProgress;
import lstm.error.LstmException;
import lstm.evaluate.SkillGate;
import lstm.report.EvaluationReports;
import lstm.series.SeriesTable;
import lstm.workflow.TableBacktest;
import lstm.workflow.TrainResult;
import lstm.workflow.TrainingRun;

/** Trains one model for the series of a table on the rows before the first origin, and scores its forecasts. */
record BacktestedTable(EvaluatedTable evaluated, EvaluationOutput output, SkillGate gate) {
    /** Runs it, and returns the exit code. */
    int run(TableBacktest backtest, SeriesTable table) throws LstmException, BrokenPipeException {
        Console console = output.console();
        CommonOptions common = output.common();
        TrainingRun run = backtest.prepare();
        Notes.print(console, common, InputFiles.notes(run, backtest.known()));
        TrainingProgress progress = new TrainingProgress(
                console,
                common.screen(console),
                new TrainingProgress.Plan(
                        run.settings().recipe(), run.job().panel().validation().count() > 0, 0));
        console.signal().await();
        TrainResult trained = run.run(new SignalListener(console.signal(), progress));
        if (trained.outcome() == TrainResult.Outcome.INTERRUPTED) {
            console.say("stopped; nothing is written");
            return console.signal().exitCode();
        }
        EvaluationReports reports = evaluated.report(table, backtest.run(trained.model()), List.of());
        output.write(reports);
        gate.requireSkill(reports.scores().all());
        return ExitCode.OK.code();
    }
}
