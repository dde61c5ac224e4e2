package lstm.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lstm.model.Model;
import lstm.network.Architecture;
import lstm.network.Layout.Tensor;
import lstm.prepare.MinMax;
import lstm.report.Figures;
import lstm.report.Json;
import lstm.report.Lines;
import lstm.report.Scores;
import lstm.report.Table;
import lstm.train.Epoch;
import lstm.train.Recipe;

/** A model in words. */
final class Inspection {
    private Inspection() {}

    static String text(Model model, String name) {
        Lines text = new Lines();
        text.add("model", name);
        network(text, model);
        data(text, model);
        training(text, model);
        return text + model.score().map(Scores::text).orElse("");
    }

    private static void network(Lines text, Model model) {
        Architecture a = model.architecture();
        text.add(
                "network",
                a.layers() + " x " + a.units() + " " + a.cell() + ", dropout " + a.dropout() + ", dense " + a.outputs()
                        + ": " + Figures.count(a.layout().size()) + " parameters");
        for (Tensor tensor : a.layout().tensors()) {
            text.add(
                    "", String.format(Locale.ROOT, "%-12s %5d x %-6d", tensor.name(), tensor.rows(), tensor.columns()));
        }
    }

    private static void data(Lines text, Model model) {
        text.add(
                "data",
                Figures.count(model.data().rows()) + " rows, "
                        + model.stamps().text(model.data().first()) + " to "
                        + model.stamps().text(model.data().last()) + ", "
                        + model.calendar().describe() + "; "
                        + Figures.count(model.data().trainRows()) + " trained on");
        List<String> names = new ArrayList<>(List.of(model.reading().target().orElseThrow()));
        names.addAll(model.reading().features());
        for (int k = 0; k < names.size(); k++) {
            MinMax scaler = model.scalers().get(k);
            text.add(
                    k == 0 ? "target" : "feature",
                    names.get(k) + ", min-max scaled from " + Figures.of(scaler.min()) + " to "
                            + Figures.of(scaler.max()));
        }
        text.add("lookback", model.lookback() + " rows");
    }

    private static void training(Lines text, Model model) {
        Recipe recipe = model.recipe();
        text.add(
                "recipe",
                recipe.optimizer() + " at " + recipe.rate() + " (" + recipe.schedule() + "), " + recipe.loss()
                        + ", batch " + recipe.batch() + ", seed " + recipe.seed());
        List<Epoch> epochs = model.training().history();
        text.add(
                "training",
                model.training().status() + " after " + epochs.size() + " of " + recipe.epochs()
                        + " epochs; best epoch " + model.training().bestEpoch());
        if (!epochs.isEmpty()) {
            Epoch best = epochs.get(model.training().bestEpoch() - 1);
            String validation = best.validation().isPresent()
                    ? ", validation " + Figures.rounded(best.validation().getAsDouble(), 4)
                    : "";
            text.add("", "loss there " + Figures.rounded(best.loss(), 4) + validation);
        }
    }

    /** The same, and the history, as one JSON object on a line. */
    static String json(Model model) {
        Architecture a = model.architecture();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cell", a.cell().toString());
        values.put("inputs", a.inputs());
        values.put("units", a.units());
        values.put("layers", a.layers());
        values.put("dropout", a.dropout());
        values.put("parameters", a.layout().size());
        values.put("lookback", model.lookback());
        values.put("target", model.reading().target().orElseThrow());
        values.put("features", model.reading().features());
        values.put("rows", model.data().rows());
        values.put("train_rows", model.data().trainRows());
        values.put("first", model.stamps().text(model.data().first()));
        values.put("last", model.stamps().text(model.data().last()));
        values.put("calendar", model.calendar().describe());
        values.put("seed", model.recipe().seed());
        values.put("status", model.training().status().toString());
        values.put("epochs", model.training().history().size());
        values.put("best_epoch", model.training().bestEpoch());
        values.put("scores", model.score().map(Scores::values).orElse(null));
        values.put(
                "tensors", a.layout().tensors().stream().map(Inspection::values).toList());
        return Json.text(values) + "\n";
    }

    private static Map<String, Object> values(Tensor tensor) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", tensor.name());
        values.put("shape", List.of(tensor.rows(), tensor.columns()));
        return values;
    }

    /** A row an epoch. */
    static Table history(Model model) {
        List<List<Object>> rows = new ArrayList<>();
        for (Epoch epoch : model.training().history()) {
            Double validation =
                    epoch.validation().isPresent() ? (Double) epoch.validation().getAsDouble() : null;
            rows.add(Arrays.asList(rows.size() + 1, epoch.loss(), validation, epoch.rate()));
        }
        return new Table(List.of("epoch", "loss", "validation", "rate"), rows);
    }
}
