package lstm.modelfile;

import java.io.IOException;
import java.util.function.Function;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.model.Settings;
import lstm.network.Architecture;
import lstm.network.CellKind;
import lstm.network.Loss;
import lstm.prepare.PreparationPlan;
import lstm.prepare.StaticFeatures;
import lstm.prepare.Strategy;
import lstm.train.Optimizer;
import lstm.train.Recipe;
import lstm.train.Sampling;
import lstm.train.Schedule;

/**
 * The field {@code config}: network and recipe, save the optimizer, which has a field of its own.
 *
 * @param plain the network without its segments
 * @param segment rows in a segment; 0 for none
 * @param recipe the recipe with a given optimizer
 */
record ConfigPart(
        Architecture plain,
        int segment,
        int lookback,
        int horizon,
        Strategy strategy,
        double validation,
        Loss loss,
        Function<Optimizer, Recipe> recipe) {
    static void write(JsonFieldWriter out, Model model) throws IOException {
        Architecture network = model.architecture();
        Recipe recipe = model.recipe();
        out.at("config").object();
        out.at("cell").choice(network.cell());
        out.at("inputs").whole(network.inputs());
        out.at("units").whole(network.units());
        out.at("layers").whole(network.layers());
        out.at("dropout").number(network.dropout());
        out.at("outputs").whole(network.outputs());
        if (network.segments().isPresent()) {
            out.at("segment").whole(network.segments().get().length());
        }
        out.at("lookback").whole(model.lookback());
        out.at("horizon").whole(model.preparation().plan().horizon());
        out.at("strategy").choice(model.preparation().plan().strategy());
        out.at("validation").number(model.validation());
        out.at("epochs").whole(recipe.epochs());
        out.at("batch").whole(recipe.batch());
        out.at("learning_rate").number(recipe.rate());
        LossPart.write(out, recipe.loss());
        out.at("clip_norm").number(recipe.clipNorm());
        out.at("patience").whole(recipe.patience());
        out.at("schedule").choice(recipe.schedule());
        out.at("seed").whole(recipe.seed());
        if (recipe.windows() > 0) {
            out.at("epoch_windows").whole(recipe.windows());
        }
        if (recipe.sampling() != Sampling.WINDOWS) {
            out.at("sampling").choice(recipe.sampling());
        }
        out.end();
    }

    static ConfigPart read(JsonFieldReader in) throws IOException, LstmException {
        in.at("config").object();
        Architecture plain = architecture(in);
        int segment = in.has("segment") ? limit(in) : 0;
        int lookback = in.at("lookback").whole();
        int horizon = in.at("horizon").whole();
        Strategy strategy = in.at("strategy").choice(Strategy.values());
        double validation = in.at("validation").number();
        int epochs = in.at("epochs").whole();
        int batch = in.at("batch").whole();
        double rate = in.at("learning_rate").number();
        Loss loss = LossPart.read(in);
        double clipNorm = in.at("clip_norm").number();
        int patience = in.at("patience").whole();
        Schedule schedule = in.at("schedule").choice(Schedule.values());
        long seed = in.at("seed").large();
        int windows = in.has("epoch_windows") ? limit(in) : 0;
        Sampling sampling = in.has("sampling") ? in.choice(Sampling.values()) : Sampling.WINDOWS;
        in.end();
        return new ConfigPart(
                plain,
                segment,
                lookback,
                horizon,
                strategy,
                validation,
                loss,
                optimizer -> new Recipe(
                        epochs, batch, rate, optimizer, loss, clipNorm, patience, schedule, seed, windows, sampling));
    }

    /**
     * The network for the columns of a plan.
     *
     * @throws IllegalArgumentException if there is none
     */
    Architecture architecture(PreparationPlan plan, StaticFeatures statics) {
        return new Architecture(
                plain.cell(),
                plain.inputs(),
                plain.units(),
                plain.layers(),
                plain.dropout(),
                plain.outputs(),
                Settings.segments(segment, plan, loss),
                statics.inputs(plan.cold()));
    }

    /** A limit that is written only where there is one. */
    private static int limit(JsonFieldReader in) throws IOException, LstmException {
        int limit = in.whole();
        if (limit < 1) {
            throw in.fault("is not a limit");
        }
        return limit;
    }

    private static Architecture architecture(JsonFieldReader in) throws IOException, LstmException {
        CellKind cell = in.at("cell").choice(CellKind.values());
        int inputs = in.at("inputs").whole();
        int units = in.at("units").whole();
        int layers = in.at("layers").whole();
        double dropout = in.at("dropout").number();
        int outputs = in.at("outputs").whole();
        return in.valid("config", () -> new Architecture(cell, inputs, units, layers, dropout, outputs));
    }
}
