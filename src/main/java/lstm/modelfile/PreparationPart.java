package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lstm.calendar.CalendarFeature;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.prepare.Bounds;
import lstm.prepare.ColdStart;
import lstm.prepare.ColumnPreparation;
import lstm.prepare.Preparation;
import lstm.prepare.PreparationPlan;
import lstm.prepare.Scaler;
import lstm.prepare.ScalingMethod;
import lstm.prepare.StaticFeatures;
import lstm.prepare.Transform;
import lstm.series.ReadOptions;

/** The fields {@code transform} and {@code scaler}: what is done to each column, and what was fitted to it. */
final class PreparationPart {
    private PreparationPart() {}

    static void write(JsonFieldWriter out, Model model) throws IOException {
        PreparationPlan plan = model.preparation().plan();
        out.at("transform").object();
        out.at("target").choice(plan.transform());
        out.at("features").choice(plan.featureTransform());
        if (!plan.residual().isEmpty()) {
            out.at("residual").list();
            for (int rows : plan.residual()) {
                out.whole(rows);
            }
            out.endList();
        }
        if (plan.cold() != ColdStart.FALLBACK) {
            out.at("cold").choice(plan.cold());
        }
        out.at("season").whole(plan.season());
        out.at("min").number(plan.bounds().min());
        out.at("max").number(plan.bounds().max());
        out.at("calendar").list();
        for (CalendarFeature feature : plan.calendar()) {
            out.choice(feature);
        }
        out.endList();
        out.end();
        out.at("scaler").object();
        out.at("kind").choice(plan.scaling());
        out.at("columns").list();
        for (int c = 0; c < model.preparation().columns().size(); c++) {
            ColumnPreparation column = model.preparation().columns().get(c);
            out.object();
            out.at("column").text(name(model.reading(), c));
            out.at("offset").number(column.base().offset());
            out.at("scale").number(column.base().scale());
            out.at("outer_offset").number(column.outer().offset());
            out.at("outer_scale").number(column.outer().scale());
            out.end();
        }
        out.endList();
        out.end();
    }

    /** @param shared whether it is for several series */
    static Preparation read(JsonFieldReader in, ColumnsPart columns, ConfigPart config, boolean shared)
            throws IOException, LstmException {
        in.at("transform").object();
        Transform transform = in.at("target").choice(Transform.values());
        Transform features = in.at("features").choice(Transform.values());
        List<Integer> residual = in.has("residual") ? residual(in, config.lookback()) : List.of();
        ColdStart cold = in.has("cold") ? in.choice(ColdStart.values()) : ColdStart.FALLBACK;
        int season = in.at("season").whole();
        OptionalDouble min = in.at("min").numberOrNone();
        OptionalDouble max = in.at("max").numberOrNone();
        Bounds bounds = in.valid("transform", () -> new Bounds(min, max));
        List<CalendarFeature> calendar = calendar(in);
        in.end();
        in.at("scaler").object();
        ScalingMethod scaling = in.at("kind").choice(ScalingMethod.values());
        PreparationPlan plan = in.valid(
                "transform",
                () -> new PreparationPlan(
                        columns.targets(),
                        columns.ahead(),
                        calendar,
                        transform,
                        features,
                        scaling,
                        season,
                        config.horizon(),
                        config.strategy(),
                        bounds,
                        residual,
                        cold));
        List<Scaler[]> scalers = scalers(in, columns.reading());
        in.end();
        return in.valid("scaler", () -> preparation(plan, config.lookback(), scalers, shared, columns.statics()));
    }

    /** Rows before, at least one of them, all within the window. */
    private static List<Integer> residual(JsonFieldReader in, int lookback) throws IOException, LstmException {
        in.list();
        List<Integer> residual = new ArrayList<>();
        while (in.more()) {
            if (residual.size() == lookback) {
                throw in.fault("is one more than the window has rows");
            }
            residual.add(in.whole());
        }
        if (residual.isEmpty()) {
            throw in.fault("is empty");
        }
        return residual;
    }

    private static List<CalendarFeature> calendar(JsonFieldReader in) throws IOException, LstmException {
        in.at("calendar").list();
        List<CalendarFeature> calendar = new ArrayList<>();
        while (in.more()) {
            if (calendar.size() == CalendarFeature.values().length) {
                throw in.fault("is one more than there are");
            }
            calendar.add(in.choice(CalendarFeature.values()));
        }
        return calendar;
    }

    private static List<Scaler[]> scalers(JsonFieldReader in, ReadOptions reading) throws IOException, LstmException {
        in.at("columns").list();
        List<Scaler[]> scalers = new ArrayList<>();
        while (in.more()) {
            if (scalers.size() > reading.features().size()) {
                throw in.fault("is one more than there are columns");
            }
            in.object();
            String name = name(reading, scalers.size());
            if (!in.at("column").text().equals(name)) {
                throw in.fault("is not " + LstmException.quote(name) + ", the column in \"columns\"");
            }
            Scaler base = scaler(in, "offset", "scale");
            scalers.add(new Scaler[] {base, scaler(in, "outer_offset", "outer_scale")});
            in.end();
        }
        return scalers;
    }

    private static Scaler scaler(JsonFieldReader in, String offsetName, String scaleName)
            throws IOException, LstmException {
        double offset = in.at(offsetName).number();
        double scale = in.at(scaleName).number();
        return in.valid("scaler", () -> new Scaler(offset, scale));
    }

    private static Preparation preparation(
            PreparationPlan plan, int lookback, List<Scaler[]> scalers, boolean shared, StaticFeatures statics) {
        List<ColumnPreparation> columns = new ArrayList<>();
        for (int c = 0; c < scalers.size(); c++) {
            columns.add(new ColumnPreparation(
                    plan.transform(c, scalers.size()),
                    plan.season(),
                    plan.scaling(c, scalers.size()),
                    scalers.get(c)[0],
                    scalers.get(c)[1]));
        }
        return new Preparation(plan, lookback, columns, shared, statics);
    }

    private static String name(ReadOptions reading, int column) {
        return column == 0 ? reading.target().orElseThrow() : reading.features().get(column - 1);
    }
}
