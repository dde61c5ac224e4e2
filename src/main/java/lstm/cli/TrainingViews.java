package lstm.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lstm.chart.Chart;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.PlotOption;
import lstm.cli.option.PlotOutput;
import lstm.cli.option.ReportOption;
import lstm.cli.option.ReportOutput;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.evaluate.BacktestResult;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.report.EnsembleText;
import lstm.report.Titles;
import lstm.report.TrainingPage;
import lstm.workflow.PreparedTraining;

/** Views of a training: its losses on the terminal or as a figure, and a report. */
public record TrainingViews(PlotOutput plot, ReportOutput report, boolean quiet) {
    /** Fewer epochs make no curve. */
    private static final int LEAST_EPOCHS = 3;

    /** Checks the options before training starts; {@code files} is what else is read and written. */
    public static TrainingViews check(
            PlotOption plot, ReportOption report, boolean quiet, Existing existing, CommandFiles files)
            throws LstmException {
        return new TrainingViews(plot.check(existing, quiet, files), report.check(existing, files), quiet);
    }

    /** Draws the losses on the terminal if no other figure was requested. */
    public void preview(Console console, PreparedTraining run, Model model) {
        boolean worthwhile = model.training().history().size() >= LEAST_EPOCHS;
        if (console.errIsTerminal() && !quiet && plot.equals(PlotOutput.NONE) && worthwhile) {
            console.err().print(losses(run, model).text(console.characters()));
        }
    }

    /**
     * Writes the figure and the report that were requested.
     *
     * @param heldOut gives the forecasts of the held-out rows of each series
     */
    public void write(
            Console console, PreparedTraining run, Model model, Supplier<List<Optional<BacktestResult>>> heldOut)
            throws LstmException {
        plot.draw(console, () -> losses(run, model));
        report.write(
                console, commandLine -> TrainingPage.of(commandLine, run, model, heldOut.get(), losses(run, model)));
    }

    private static Chart losses(PreparedTraining run, Model model) {
        return EnsembleText.losses(Titles.of(run.series().target(), run.files()), model);
    }
}
