package lstm.modelfile;

import java.io.IOException;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.model.IntermittentDemand;
import lstm.model.Smoothing;
import lstm.model.Smoothing.Seasonality;
import lstm.model.Smoothing.Trend;
import lstm.model.SmoothingFits;
import lstm.model.Theta;

/** The field {@code smoothing} of a target's baselines, which only models that combine methods have. */
final class SmoothingPart {
    private static final String FIELD = "smoothing";

    private SmoothingPart() {}

    static void write(JsonFieldWriter out, Optional<SmoothingFits> fits) throws IOException {
        if (fits.isEmpty()) {
            return;
        }
        out.at(FIELD).object();
        Smoothing smoothing = fits.get().smoothing();
        out.at("trend").choice(smoothing.trend());
        out.at("seasonality").choice(smoothing.seasonality());
        out.at("season").whole(smoothing.season());
        out.at("alpha").number(smoothing.alpha());
        out.at("beta").number(smoothing.beta());
        out.at("gamma").number(smoothing.gamma());
        out.at("phi").number(smoothing.phi());
        Theta theta = fits.get().theta();
        out.at("theta").object();
        out.at("season").whole(theta.season());
        out.at("ratio").flag(theta.ratio());
        out.at("alpha").number(theta.alpha());
        out.end();
        if (fits.get().demand().isPresent()) {
            out.at("tsb").object();
            out.at("chance").number(fits.get().demand().get().chance());
            out.at("size").number(fits.get().demand().get().size());
            out.end();
        }
        out.end();
    }

    /** @param season of the model: each method has this one or none */
    static Optional<SmoothingFits> read(JsonFieldReader in, int season) throws IOException, LstmException {
        if (!in.has(FIELD)) {
            return Optional.empty();
        }
        in.object();
        Trend trend = in.at("trend").choice(Trend.values());
        Seasonality seasonality = in.at("seasonality").choice(Seasonality.values());
        int own = season(in, season);
        double alpha = in.at("alpha").number();
        double beta = in.at("beta").number();
        double gamma = in.at("gamma").number();
        double phi = in.at("phi").number();
        Smoothing smoothing = in.valid(FIELD, () -> new Smoothing(trend, seasonality, own, alpha, beta, gamma, phi));
        Theta theta = theta(in, season);
        Optional<IntermittentDemand> demand = in.has("tsb") ? Optional.of(demand(in)) : Optional.empty();
        in.end();
        return Optional.of(new SmoothingFits(smoothing, theta, demand));
    }

    private static int season(JsonFieldReader in, int season) throws IOException, LstmException {
        int own = in.at("season").whole();
        if (own != 1 && own != season) {
            throw in.fault("is neither 1 nor the season of the model");
        }
        return own;
    }

    private static Theta theta(JsonFieldReader in, int season) throws IOException, LstmException {
        in.at("theta").object();
        int own = season(in, season);
        boolean ratio = in.at("ratio").flag();
        double alpha = in.at("alpha").number();
        in.end();
        return in.valid("theta", () -> new Theta(own, ratio, alpha));
    }

    private static IntermittentDemand demand(JsonFieldReader in) throws IOException, LstmException {
        in.object();
        double chance = in.at("chance").number();
        double size = in.at("size").number();
        in.end();
        return in.valid("tsb", () -> new IntermittentDemand(chance, size));
    }
}
