package lstm.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import lstm.text.NumberText;
import lstm.workflow.LeakExperiment;
import lstm.workflow.LeakExperiment.Claim;
import lstm.workflow.LeakExperiment.Outcome;

/** What leaking rows would have claimed, beside the honest figure. */
public record LeakReport(LeakExperiment experiment, Outcome outcome) {
    private static final int DIGITS = 4;

    String text() {
        return "with a scaler fitted on all rows and validation windows drawn at random, a small network would claim "
                + claim(outcome.leaking()) + "; trained on earlier rows only and scored on later ones, it has "
                + claim(outcome.honest()) + " ("
                + NumberText.rows(experiment.series().rows()) + ", "
                + experiment.settings().units() + " units, lookback "
                + experiment.settings().lookback() + ", "
                + experiment.settings().recipe().epochs() + " epochs)";
    }

    /** For example {@code an RMSE of 7.1, where naive has 9.3 (R2 0.987)}. */
    private static String claim(Claim claim) {
        return "an RMSE of " + NumberText.rounded(claim.rmse(), DIGITS) + ", where naive has "
                + NumberText.rounded(claim.naive(), DIGITS)
                + (claim.r2().isPresent()
                        ? ", and an R2 of " + NumberText.fixed(claim.r2().getAsDouble(), 3)
                        : "");
    }

    /** As values for {@link Json}. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", experiment.series().rows());
        values.put("units", experiment.settings().units());
        values.put("lookback", experiment.settings().lookback());
        values.put("epochs", experiment.settings().recipe().epochs());
        values.put("claimed", values(outcome.leaking()));
        values.put("honest", values(outcome.honest()));
        return values;
    }

    private static Map<String, Object> values(Claim claim) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", claim.rows());
        values.put("rmse", claim.rmse());
        values.put("naive_rmse", claim.naive());
        OptionalDouble skill = claim.skill();
        values.put("skill", skill.isPresent() ? (Double) skill.getAsDouble() : null);
        values.put("r2", claim.r2().isPresent() ? (Double) claim.r2().getAsDouble() : null);
        return values;
    }
}
