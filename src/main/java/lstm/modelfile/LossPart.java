package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lstm.error.LstmException;
import lstm.network.Loss;

/** The fields {@code loss} and, for the quantile loss only, {@code quantiles}. */
final class LossPart {
    private static final String QUANTILES = "quantiles";

    /** Far more than anyone needs. */
    private static final int MOST = 200;

    private enum Name {
        MSE,
        MAE,
        SERIES_MAE,
        HUBER,
        QUANTILE
    }

    private LossPart() {}

    static void write(JsonFieldWriter out, Loss loss) throws IOException {
        if (loss instanceof Loss.Point point) {
            out.at("loss").choice(point);
        } else if (loss instanceof Loss.Quantiles quantiles) {
            out.at("loss").choice(Name.QUANTILE);
            out.at(QUANTILES).list();
            for (double level : quantiles.levels()) {
                out.number(level);
            }
            out.endList();
        }
    }

    static Loss read(JsonFieldReader in) throws IOException, LstmException {
        return switch (in.at("loss").choice(Name.values())) {
            case MSE -> Loss.Point.MSE;
            case MAE -> Loss.Point.MAE;
            case SERIES_MAE -> Loss.Point.SERIES_MAE;
            case HUBER -> Loss.Point.HUBER;
            case QUANTILE -> quantiles(in);
        };
    }

    private static Loss quantiles(JsonFieldReader in) throws IOException, LstmException {
        in.at(QUANTILES).list();
        List<Double> levels = new ArrayList<>();
        while (in.more()) {
            if (levels.size() == MOST) {
                throw in.fault("is one more than there may be");
            }
            levels.add(in.number());
        }
        return in.valid("config", () -> new Loss.Quantiles(levels));
    }
}
