package lstm.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Model;
import lstm.network.Architecture;
import lstm.network.Loss;
import lstm.network.ParameterLayout.Tensor;
import lstm.prepare.ColumnPreparation;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Scaler;
import lstm.prepare.Transform;
import lstm.series.ReadOptions;
import lstm.series.TableLayout;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.train.Epoch;
import lstm.train.Recipe;

/** A model in words. */
public final class ModelSummary {
    private ModelSummary() {}

    public static String text(Model model, String name) {
        LabelledLines text = new LabelledLines();
        text.add("model", name);
        Combine parts = model.combination().map(Combination::mode).orElse(Combine.NONE);
        if (parts.trains()) {
            network(text, model);
        } else {
            text.add("network", CombinationText.without(parts));
        }
        data(text, model);
        if (parts.trains()) {
            training(text, model);
        }
        return text + EnsembleText.lines(model) + CombinationText.lines(model) + TrainingSummary.scores(model);
    }

    private static void network(LabelledLines text, Model model) {
        Architecture a = model.architecture();
        text.add(
                "network",
                a.segments()
                                .map(segments -> "segments of " + segments.length() + " rows, ")
                                .orElse("")
                        + a.layers() + " x " + a.units() + " " + a.cell() + ", dropout " + a.dropout() + ", dense "
                        + a.layout().tensor("dense.b").columns() + ": "
                        + NumberText.count(a.layout().size()) + " parameters");
        String form = a.segments().isPresent() ? "%-16s %5d x %d" : "%-12s %5d x %d";
        for (Tensor tensor : a.layout().tensors()) {
            text.add("", String.format(Locale.ROOT, form, tensor.name(), tensor.rows(), tensor.columns()));
        }
    }

    private static void data(LabelledLines text, Model model) {
        text.add(
                "data",
                (model.isOfSeveral() ? NumberText.count(model.data().series()) + " series, " : "")
                        + NumberText.count(model.data().rows()) + " rows, "
                        + model.stamps().text(model.data().first()) + " to "
                        + model.stamps().text(model.data().last()) + ", "
                        + CalendarText.of(model.calendar()) + "; "
                        + "trained on " + NumberText.count(model.data().trainRows()));
        if (!model.reading().keys().isEmpty()) {
            text.add("keys", keys(model.reading()));
            model.reading().weight().ifPresent(column -> text.add("weight", LstmException.quote(column)));
        }
        StaticsText.lines(text, model.reading(), model.preparation().statics());
        if (!model.calendar().holidays().isEmpty()) {
            text.addWrapped("holidays", CalendarText.holidays(model.calendar()));
        }
        List<String> names = new ArrayList<>(List.of(model.reading().target().orElseThrow()));
        names.addAll(model.reading().features());
        for (int k = 0; k < names.size(); k++) {
            text.add(
                    role(model, k),
                    names.get(k) + ", "
                            + treatment(model.preparation().columns().get(k)));
        }
        PreparationPlan plan = model.preparation().plan();
        text.add(
                "lookback",
                model.lookback() + " rows; horizon " + plan.horizon()
                        + (plan.horizon() == 1 ? "" : ", " + plan.strategy())
                        + TrainingPlanText.residual(", ", plan));
        if (!model.baselines().isEmpty()) {
            text.add("baseline", BaselineText.text(model.baselines().get(0)));
        }
        if (!plan.calendar().isEmpty()) {
            text.add(
                    "calendar",
                    plan.calendar().stream().map(CalendarFeature::toString).collect(joining(", ")));
        }
    }

    private static String keys(ReadOptions reading) {
        TableLayout layout = reading.layout();
        if (layout.isOfTargets()) {
            return "none: " + String.join(", ", layout.targets()) + " are each a series of its own";
        }
        String dates = layout.start()
                .map(start -> " from " + start + ", each " + layout.step().orElseThrow() + " later")
                .orElse("");
        return String.join(", ", reading.keys()) + (layout.isLong() ? "" : "; layout " + layout.form() + dates);
    }

    private static String role(Model model, int column) {
        if (column < model.preparation().plan().targets()) {
            return "target";
        }
        return model.preparation().isAhead(column) ? "ahead" : "feature";
    }

    /** How a column is transformed and scaled. */
    private static String treatment(ColumnPreparation column) {
        String before = column.transform() == Transform.NONE ? "" : column.transform() + ", ";
        Scaler scaler = column.transform() == Transform.RELATIVE ? column.outer() : column.base();
        String range = NumberText.of(scaler.offset()) + " to " + NumberText.of(scaler.offset() + scaler.scale());
        String middle = NumberText.of(scaler.offset()) + ", scale " + NumberText.of(scaler.scale());
        return before
                + switch (column.scaling()) {
                    case MIN_MAX -> "min-max scaled from " + range;
                    case STANDARD -> "standard scaled: mean " + middle;
                    case ROBUST -> "robustly scaled: median " + middle;
                    case WINDOW -> "scaled per window";
                };
    }

    private static void training(LabelledLines text, Model model) {
        Recipe recipe = model.recipe();
        text.add(
                "recipe",
                recipe.optimizer() + " at " + recipe.rate() + " (" + recipe.schedule() + "), " + recipe.loss()
                        + ", batch " + recipe.batch()
                        + (recipe.windows() == 0
                                ? ""
                                : ", " + NumberText.count(recipe.windows()) + " windows per epoch")
                        + ", seed " + recipe.seed());
        if (model.networks().size() > 1) {
            return;
        }
        List<Epoch> epochs = model.training().history();
        text.add(
                "training",
                model.training().status() + " after " + epochs.size() + " of " + recipe.epochs()
                        + " epochs; best epoch " + model.training().bestEpoch());
        if (!epochs.isEmpty()) {
            Epoch best = epochs.get(model.training().bestEpoch() - 1);
            String validation = best.validation().isPresent()
                    ? ", validation " + NumberText.rounded(best.validation().getAsDouble(), 4)
                    : "";
            text.add("", "at that epoch: loss " + NumberText.rounded(best.loss(), 4) + validation);
        }
    }

    /** The model as one line of JSON. */
    public static String json(Model model) {
        Architecture a = model.architecture();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cell", a.cell().toString());
        values.put("inputs", a.inputs());
        values.put("units", a.units());
        values.put("layers", a.layers());
        a.segments().ifPresent(segments -> values.put("segment", segments.length()));
        values.put("dropout", a.dropout());
        values.put("parameters", a.layout().size());
        values.put("lookback", model.lookback());
        PreparationPlan plan = model.preparation().plan();
        values.put("horizon", plan.horizon());
        values.put("strategy", plan.strategy().toString());
        values.put("transform", plan.transform().toString());
        values.put("scaler", plan.scaling().toString());
        values.put("residual", plan.residual());
        values.put("season", plan.season());
        values.put(
                "calendar_features",
                plan.calendar().stream().map(CalendarFeature::toString).toList());
        values.put("targets", model.targets());
        values.put("known_ahead", model.ahead());
        values.put("target", model.reading().target().orElseThrow());
        values.put("features", model.reading().features());
        values.put(Titles.several(model.reading()), model.data().series());
        if (!model.reading().keys().isEmpty()) {
            values.put("by", model.reading().keys());
            values.put("layout", model.reading().layout().form().toString());
            model.reading().weight().ifPresent(column -> values.put("weight", column));
            if (model.reading().layout().isOfTargets()) {
                values.put("each_target", model.reading().layout().targets());
            }
        }
        if (!model.reading().statics().isEmpty()) {
            values.put(
                    "statics",
                    StaticsText.values(model.reading(), model.preparation().statics()));
        }
        values.put("rows", model.data().rows());
        values.put("train_rows", model.data().trainRows());
        values.put("first", model.stamps().text(model.data().first()));
        values.put("last", model.stamps().text(model.data().last()));
        values.put("calendar", CalendarText.of(model.calendar()));
        values.put(
                "loss",
                model.recipe().loss().width() > 1
                        ? "quantile"
                        : model.recipe().loss().toString());
        values.put("quantiles", model.recipe().loss() instanceof Loss.Quantiles learned ? learned.levels() : List.of());
        values.put("seed", model.recipe().seed());
        values.put("status", model.training().status().toString());
        values.put("epochs", model.training().history().size());
        values.put("best_epoch", model.training().bestEpoch());
        values.put(
                "autoregression_rows",
                model.baselines().isEmpty()
                        ? null
                        : model.baselines().get(0).autoregression().order());
        if (model.networks().size() > 1) {
            values.put("ensemble", EnsembleText.values(model));
        }
        if (model.combination().isPresent()) {
            values.put("combination", CombinationText.values(model));
        }
        values.put("scores", model.score().map(Scores::values).orElse(null));
        values.put("targets_scored", TrainingSummary.targets(model));
        values.put(
                "tensors",
                a.layout().tensors().stream().map(ModelSummary::values).toList());
        return Json.text(values) + "\n";
    }

    private static Map<String, Object> values(Tensor tensor) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", tensor.name());
        values.put("shape", List.of(tensor.rows(), tensor.columns()));
        return values;
    }
}
