package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.chart.TextChart;
import lstm.cli.option.PlotOption;
import lstm.cli.option.ReportOption;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.evaluate.Evaluation;
import lstm.file.Existing;
import lstm.model.Model;
import lstm.report.Titles;
import lstm.report.TrainingPage;
import lstm.workflow.PreparedTraining;

/** What a training can be looked at by: the losses in the terminal, a picture of them, a report. */
public record TrainingViews(PlotOption plot, ReportOption page, boolean quiet) {
    /** With fewer epochs there is no course to see. */
    private static final int LEAST_EPOCHS = 3;

    /** All that can be said before training starts. */
    public void check(Existing existing, Path model) throws LstmException {
        plot.check(existing, quiet, Optional.of(model));
        page.check(existing, Optional.of(model));
    }

    /** The losses in characters, for a person at the terminal who asked for no other picture. */
    public void preview(Console console, PreparedTraining run, Model model) {
        boolean worthIt = model.training().history().size() >= LEAST_EPOCHS;
        if (console.errIsTerminal() && !quiet && !plot.isAsked() && worthIt) {
            console.err().print(TextChart.of(losses(run, model), !console.unicode()));
        }
    }

    /** The files that were asked for. */
    public void write(Console console, PreparedTraining run, Model model, Supplier<List<Evaluation>> heldOut)
            throws LstmException {
        plot.draw(console, () -> losses(run, model));
        page.write(console, () -> TrainingPage.of(page, run, model, heldOut.get(), losses(run, model)));
    }

    private static Chart losses(PreparedTraining run, Model model) {
        return Charts.losses(
                Titles.of(run.series().target(), Titles.files(run.files())),
                model.training().history(),
                model.training().bestEpoch());
    }
}
