package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.model.Autoregression;
import lstm.model.BaseFit;
import lstm.model.ErrorScale;
import lstm.model.FittedBaselines;
import lstm.model.HeldOutValues;
import lstm.model.SmoothingFits;
import lstm.prepare.Preparation;

/** The field {@code baselines}, an object for each target. Lists grow as they are read, for a file may promise much. */
final class BaselinesPart {
    private BaselinesPart() {}

    static void write(JsonFieldWriter out, List<FittedBaselines> each) throws IOException {
        out.at("baselines").list();
        for (FittedBaselines baselines : each) {
            write(out.object(), baselines);
            out.end();
        }
        out.endList();
    }

    private static void write(JsonFieldWriter out, FittedBaselines baselines) throws IOException {
        out.at("naive_mae").number(baselines.scale().mae());
        out.at("naive_rmse").number(baselines.scale().rmse());
        out.at("drift").number(baselines.drift());
        Autoregression fitted = baselines.autoregression();
        out.at("autoregression").object();
        out.at("mean").number(fitted.mean());
        out.at("deviation").number(fitted.deviation());
        out.at("intercept").number(fitted.intercept());
        numbers(out.at("coefficients"), fitted.coefficients());
        out.end();
        numbers(out.at("recent"), baselines.recent());
        if (baselines.heldOut().isPresent()) {
            write(out.at("held_out").object(), baselines.heldOut().get());
            out.end();
        }
        SmoothingPart.write(out, baselines.smoothing());
        BaseFitPart.write(out, baselines.base());
    }

    private static void write(JsonFieldWriter out, HeldOutValues heldOut) throws IOException {
        out.at("rows").whole(heldOut.count());
        out.at("masked").list();
        for (int place : heldOut.masked().stream().toArray()) {
            out.whole(place);
        }
        out.endList();
        numbers(out.at("values"), heldOut.values());
    }

    private static void numbers(JsonFieldWriter out, double[] values) throws IOException {
        out.list();
        for (double value : values) {
            out.number(value);
        }
        out.endList();
    }

    /** @param preparation of the model, which has the season */
    static List<FittedBaselines> read(JsonFieldReader in, Preparation preparation) throws IOException, LstmException {
        in.at("baselines").list();
        List<FittedBaselines> each = new ArrayList<>();
        while (in.more()) {
            if (each.size() == preparation.plan().targets()) {
                throw in.fault("is one more than there are targets");
            }
            in.object();
            each.add(one(in, preparation));
        }
        return each;
    }

    private static FittedBaselines one(JsonFieldReader in, Preparation preparation) throws IOException, LstmException {
        double mae = in.at("naive_mae").number();
        double rmse = in.at("naive_rmse").number();
        double drift = in.at("drift").number();
        Autoregression autoregression = autoregression(in.at("autoregression"));
        int season = preparation.plan().season();
        double[] recent = numbers(in.at("recent"), FittedBaselines.mostRecent(season, preparation.historyRows()));
        int reach = Math.max(preparation.historyRows(), FittedBaselines.mostReach(season));
        Optional<HeldOutValues> heldOut = in.has("held_out") ? Optional.of(heldOut(in, reach)) : Optional.empty();
        Optional<SmoothingFits> smoothing = SmoothingPart.read(in, season);
        Optional<BaseFit> base = BaseFitPart.read(in);
        in.end();
        return in.valid(
                "baselines",
                () -> new FittedBaselines(
                        season, new ErrorScale(mae, rmse), drift, autoregression, recent, heldOut, smoothing, base));
    }

    private static HeldOutValues heldOut(JsonFieldReader in, int reach) throws IOException, LstmException {
        in.object();
        int count = in.at("rows").whole();
        BitSet masked = new BitSet();
        in.at("masked").list();
        while (in.more()) {
            int place = in.whole();
            if (place < masked.length() || place >= HeldOutValues.most(reach)) {
                throw in.fault("is not a place after the one before");
            }
            masked.set(place);
        }
        double[] values = numbers(in.at("values"), HeldOutValues.most(reach));
        in.end();
        return in.valid("baselines", () -> new HeldOutValues(values, count, masked));
    }

    private static Autoregression autoregression(JsonFieldReader in) throws IOException, LstmException {
        in.object();
        double mean = in.at("mean").number();
        double deviation = in.at("deviation").number();
        double intercept = in.at("intercept").number();
        double[] coefficients = numbers(in.at("coefficients"), Autoregression.MOST_LAGS);
        in.end();
        return in.valid("baselines", () -> new Autoregression(mean, deviation, intercept, coefficients));
    }

    /** A list of at most this many numbers. */
    static double[] numbers(JsonFieldReader in, int most) throws IOException, LstmException {
        in.list();
        double[] values = new double[16];
        int size = 0;
        while (in.more()) {
            if (size == most) {
                throw in.fault("is one more than the " + most + " there may be");
            }
            values = size == values.length ? Arrays.copyOf(values, size + (size >> 1)) : values;
            values[size] = in.number();
            size++;
        }
        return Arrays.copyOf(values, size);
    }
}
