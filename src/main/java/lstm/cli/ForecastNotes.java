package lstm.cli;

import java.util.List;
import lstm.cli.option.CommonOptions;
import lstm.cli.terminal.Console;
import lstm.cli.terminal.Notes;
import lstm.forecast.IntervalPlan;
import lstm.forecast.OneSidedErrors;
import lstm.model.Model;
import lstm.report.IntervalText;

/** Prints what to know about the forecasts of a network. */
final class ForecastNotes {
    private ForecastNotes() {}

    /** Prints the notes on intervals, and on columns that keep their last value, this many steps ahead. */
    static void print(Console console, CommonOptions common, Model model, IntervalPlan intervals, int steps) {
        intervals.note(model, steps).map(IntervalText::of).ifPresent(note -> Notes.print(console, common, note));
        List<String> past = model.past();
        if (steps > model.preparation().plan().outputSteps() && !past.isEmpty()) {
            Notes.print(
                    console,
                    common,
                    String.join(", ", past) + (past.size() == 1 ? " keeps its last value" : " keep their last values")
                            + " beyond step " + model.preparation().plan().outputSteps());
        }
        intervals.note(model).map(IntervalText::of).ifPresent(note -> Notes.print(console, common, note));
        OneSidedErrors.notes(model).stream().map(IntervalText::of).forEach(note -> Notes.print(console, common, note));
    }
}
