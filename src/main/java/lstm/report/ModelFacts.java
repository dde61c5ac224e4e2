package lstm.report;

import java.util.ArrayList;
import java.util.List;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.report.Section.Fact;
import lstm.text.NumberText;
import lstm.train.Recipe;

/** The settings of a model and its training, for a report. */
final class ModelFacts {
    private ModelFacts() {}

    static List<Fact> of(Model model) {
        List<Fact> facts = new ArrayList<>(of(Settings.of(model)));
        facts.add(new Fact(
                "parameters", NumberText.count(model.architecture().layout().size())));
        facts.add(new Fact(
                "epochs",
                model.training().history().size() + " of " + model.recipe().epochs() + ", "
                        + model.training().status() + "; weights of epoch "
                        + model.training().bestEpoch()));
        return facts;
    }

    static List<Fact> of(Settings settings) {
        Recipe recipe = settings.recipe();
        PreparationPlan plan = settings.plan();
        return List.of(
                new Fact("cell", settings.cell().toString()),
                new Fact("layers", settings.layers() + " of " + settings.units() + " units"),
                new Fact("dropout", Double.toString(settings.dropout())),
                new Fact("lookback", settings.lookback() + " rows"),
                new Fact("horizon", plan.horizon() + (plan.horizon() == 1 ? "" : ", " + plan.strategy())),
                new Fact("transform", plan.transform().toString()),
                new Fact("scaler", plan.scaling().toString()),
                new Fact("season", Integer.toString(plan.season())),
                new Fact("held-out share", Double.toString(settings.validation())),
                new Fact("optimizer", recipe.optimizer() + " at " + recipe.rate() + ", schedule " + recipe.schedule()),
                new Fact("loss", recipe.loss().toString()),
                new Fact("batch", Integer.toString(recipe.batch())),
                new Fact("clip norm", Double.toString(recipe.clipNorm())),
                new Fact("patience", Integer.toString(recipe.patience())),
                new Fact("seed", Long.toString(recipe.seed())));
    }
}
