package lstm.report;

import java.util.LinkedHashMap;
import java.util.Map;
import lstm.base.BaseNetwork;
import lstm.base.BaseShape;
import lstm.modelfile.BaseNetworkFile;
import lstm.network.Architecture;
import lstm.text.LabelledLines;
import lstm.text.NumberText;

/** What the base model is, as text and JSON. */
public final class BaseNetworkText {
    private BaseNetworkText() {}

    /** For people. */
    public static String text(BaseNetwork network) {
        BaseShape shape = network.shape();
        Architecture architecture = shape.architecture();
        LabelledLines lines = new LabelledLines();
        lines.add("base", "a network that is part of lstm and forecasts any series without training");
        lines.add(
                "network",
                "segmented " + architecture.cell() + ", " + architecture.layers() + " layer of " + shape.units()
                        + " units, segments of " + shape.segment() + " rows");
        lines.add("weights", NumberText.count(architecture.layout().size()));
        lines.add("sees", shape.window() + " rows, and what repeats in all rows before");
        lines.add(
                "horizon",
                shape.horizon() + " steps at once; later ones from its own medians, or repeated by the season");
        lines.add("levels", BaseShape.LEVELS.toString());
        lines.add(
                "trained",
                "on " + NumberText.count(network.training().windows()) + " windows of synthetic series, seed "
                        + network.training().seed() + "; no real data");
        lines.add("version", network.training().date() + ", " + BaseNetworkFile.shippedHash());
        return lines.toString();
    }

    /** For scripts. */
    public static String json(BaseNetwork network) {
        BaseShape shape = network.shape();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cell", shape.architecture().cell().toString());
        values.put("units", shape.units());
        values.put("segment", shape.segment());
        values.put("window", shape.window());
        values.put("horizon", shape.horizon());
        values.put("parameters", shape.architecture().layout().size());
        values.put("quantiles", BaseShape.LEVELS.levels());
        values.put("seed", network.training().seed());
        values.put("windows", network.training().windows());
        values.put("date", network.training().date().toString());
        values.put("sha256", BaseNetworkFile.shippedHash());
        return Json.text(values) + "\n";
    }
}
