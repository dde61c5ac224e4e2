package lstm.cli;

import java.util.List;
import lstm.model.Model;
import lstm.network.Architecture;
import lstm.prepare.Plan;
import lstm.report.Figures;
import lstm.report.Section.Fact;
import lstm.train.Recipe;

/** The options that a model was made with, and what came of them, for a report. */
final class ModelFacts {
    private ModelFacts() {}

    static List<Fact> of(Model model) {
        Architecture network = model.architecture();
        Recipe recipe = model.recipe();
        Plan plan = model.preparation().plan();
        return List.of(
                new Fact("cell", network.cell().toString()),
                new Fact("layers", network.layers() + " of " + network.units() + " units"),
                new Fact("parameters", Figures.count(network.layout().size())),
                new Fact("dropout", Double.toString(network.dropout())),
                new Fact("lookback", model.lookback() + " rows"),
                new Fact("horizon", plan.horizon() + (plan.horizon() == 1 ? "" : ", " + plan.strategy())),
                new Fact("transform", plan.transform().toString()),
                new Fact("scaler", plan.scaling().toString()),
                new Fact("season", Integer.toString(plan.season())),
                new Fact("held-out share", Double.toString(model.validation())),
                new Fact("optimizer", recipe.optimizer() + " at " + recipe.rate() + ", schedule " + recipe.schedule()),
                new Fact("loss", recipe.loss().toString()),
                new Fact("batch", Integer.toString(recipe.batch())),
                new Fact("clip norm", Double.toString(recipe.clipNorm())),
                new Fact("patience", Integer.toString(recipe.patience())),
                new Fact("seed", Long.toString(recipe.seed())),
                new Fact(
                        "epochs",
                        model.training().history().size() + " of " + recipe.epochs() + ", "
                                + model.training().status() + "; weights of epoch "
                                + model.training().bestEpoch()));
    }
}
