package lstm.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lstm.chart.Chart;
import lstm.chart.Charts;
import lstm.model.Model;
import lstm.model.TrainedNetwork;
import lstm.text.LabelledLines;
import lstm.text.NumberText;
import lstm.train.Epoch;

/** The networks of a model in words and figures: of one, nothing is said about a number. */
public final class EnsembleText {
    private EnsembleText() {}

    /** What the networks of a training to come are for; empty for one. */
    static String planned(int networks) {
        LabelledLines lines = new LabelledLines();
        if (networks > 1) {
            lines.addWrapped(
                    "ensemble",
                    networks + " such networks, side by side; their median is the forecast. The losses below are"
                            + " of the first that is still in training");
        }
        return lines.toString();
    }

    /** The epochs whose weights were kept, after a training. */
    static String kept(Model model) {
        List<TrainedNetwork> networks = model.networks();
        int least = networks.stream()
                .mapToInt(one -> one.training().bestEpoch())
                .min()
                .orElseThrow();
        int most = networks.stream()
                .mapToInt(one -> one.training().bestEpoch())
                .max()
                .orElseThrow();
        return least == most ? "epoch " + most : "epochs " + least + " to " + most;
    }

    /** How the training of each network went; empty for one. */
    static String lines(Model model) {
        LabelledLines lines = new LabelledLines();
        List<TrainedNetwork> networks = model.networks();
        if (networks.size() > 1) {
            lines.add("ensemble", networks.size() + " networks, whose median is the forecast");
        }
        for (int k = 0; networks.size() > 1 && k < networks.size(); k++) {
            TrainedNetwork network = networks.get(k);
            OptionalDouble loss = network.heldOutLoss();
            int epochs = network.training().history().size();
            lines.add(
                    "",
                    "network " + (k + 1) + ": " + network.training().status() + " after " + epochs + " of "
                            + model.recipe().epochs() + " epochs; best epoch "
                            + network.training().bestEpoch()
                            + (loss.isPresent() ? ", validation " + NumberText.rounded(loss.getAsDouble(), 4) : ""));
        }
        return lines.toString();
    }

    /** The networks as values for {@link Json}. */
    static List<Object> values(Model model) {
        List<Object> each = new ArrayList<>();
        for (int k = 0; k < model.networks().size(); k++) {
            TrainedNetwork network = model.networks().get(k);
            OptionalDouble loss = network.heldOutLoss();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("network", k + 1);
            values.put("seed", model.recipe().ofNetwork(k).seed());
            values.put("status", network.training().status().toString());
            values.put("epochs", network.training().history().size());
            values.put("best_epoch", network.training().bestEpoch());
            values.put("validation", loss.isPresent() ? (Double) loss.getAsDouble() : null);
            each.add(values);
        }
        return each;
    }

    /** The training history, one row per epoch; of several networks one after the other, with their numbers. */
    public static Table history(Model model) {
        boolean several = model.networks().size() > 1;
        List<List<Object>> rows = new ArrayList<>();
        for (int k = 0; k < model.networks().size(); k++) {
            int number = 0;
            for (Epoch epoch : model.networks().get(k).training().history()) {
                List<Object> row = new ArrayList<>();
                if (several) {
                    row.add(k + 1);
                }
                row.add(++number);
                row.add(epoch.loss());
                row.add(
                        epoch.validation().isPresent()
                                ? (Double) epoch.validation().getAsDouble()
                                : null);
                row.add(epoch.rate());
                rows.add(row);
            }
        }
        List<String> header = new ArrayList<>(List.of("epoch", "loss", "validation", "rate"));
        if (several) {
            header.add(0, "network");
        }
        return new Table(header, rows);
    }

    /** The losses of the epochs; of several networks those of the first. */
    public static Chart losses(String title, Model model) {
        int networks = model.networks().size();
        return Charts.losses(
                networks == 1 ? title : title + ", network 1 of " + networks,
                model.training().history(),
                model.training().bestEpoch());
    }
}
