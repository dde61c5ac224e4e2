package lstm.report;

import java.util.ArrayList;
import java.util.List;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Transform;
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
                model.epochs() + " of " + model.recipe().epochs() + ", "
                        + model.training().status() + "; weights of " + EnsembleText.kept(model)));
        return facts;
    }

    /** The settings that do something. */
    static List<Fact> of(Settings settings) {
        Recipe recipe = settings.recipe();
        PreparationPlan plan = settings.plan();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("cell", settings.cell().toString()),
                new Fact("layers", settings.layers() + " of " + settings.units() + " units"),
                new Fact("lookback", settings.lookback() + " rows"),
                new Fact("horizon", plan.horizon() + (plan.horizon() == 1 ? "" : ", " + plan.strategy()))));
        add(facts, "segment", settings.segment(), 0);
        add(facts, "dropout", settings.dropout(), 0.0);
        add(facts, "transform", plan.transform(), Transform.NONE);
        facts.add(new Fact("scaler", plan.scaling().toString()));
        add(facts, "season", plan.season(), 1);
        add(facts, "held-out share", settings.validation(), 0.0);
        facts.add(
                new Fact("optimizer", recipe.optimizer() + " at " + recipe.rate() + ", schedule " + recipe.schedule()));
        facts.add(new Fact("loss", recipe.loss().toString()));
        facts.add(new Fact("batch", Integer.toString(recipe.batch())));
        add(facts, "clip norm", recipe.clipNorm(), 0.0);
        add(facts, "patience", recipe.patience(), 0);
        facts.add(new Fact("seed", Long.toString(recipe.seed())));
        add(facts, "networks, whose median is the forecast", settings.ensemble(), 1);
        return facts;
    }

    private static void add(List<Fact> facts, String about, Object value, Object off) {
        if (!value.equals(off)) {
            facts.add(new Fact(about, value.toString()));
        }
    }
}
