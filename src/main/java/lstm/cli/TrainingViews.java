package lstm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lstm.file.Existing;
import lstm.file.UserException;
import lstm.forecast.Evaluation;
import lstm.model.Model;
import lstm.report.Chart;
import lstm.report.Charts;
import lstm.report.TextChart;

/** What a training can be looked at by: the losses in the terminal, a picture of them, a report. */
record TrainingViews(PlotOption plot, ReportOption page, boolean quiet) {
    /** With fewer epochs there is no course to see. */
    private static final int LEAST_EPOCHS = 3;

    /** All that can be said before training starts. */
    void check(Existing existing, Path model) throws UserException {
        plot.check(existing, quiet, Optional.of(model));
        page.check(existing, Optional.of(model));
    }

    /** The losses in characters, for a person at the terminal who asked for no other picture. */
    void preview(Console console, TrainingRun run, Model model) {
        boolean worthIt = model.training().history().size() >= LEAST_EPOCHS;
        if (console.errIsTerminal() && !quiet && !plot.isAsked() && worthIt) {
            console.err().print(TextChart.of(losses(run, model), !console.unicode()));
        }
    }

    /** The files that were asked for. */
    void write(Console console, TrainingRun run, Model model, List<Evaluation> held) throws UserException {
        plot.draw(console, () -> losses(run, model));
        page.write(console, () -> TrainingPage.of(page, run, model, held, losses(run, model)));
    }

    private static Chart losses(TrainingRun run, Model model) {
        return Charts.losses(
                Titles.of(run.series().target(), run.name()),
                model.training().history(),
                model.training().bestEpoch());
    }
}
