package lstm.modelfile;

import java.io.IOException;
import java.util.Optional;
import lstm.base.SeasonPair;
import lstm.error.LstmException;
import lstm.model.BaseFit;

/** The field {@code base} of a target's baselines, which only models that combine methods have. */
final class BaseFitPart {
    private static final String FIELD = "base";

    private BaseFitPart() {}

    static void write(JsonFieldWriter out, Optional<BaseFit> fit) throws IOException {
        if (fit.isEmpty()) {
            return;
        }
        out.at(FIELD).object();
        out.at("season").whole(fit.get().seasons().main());
        out.at("longer").whole(fit.get().seasons().longer());
        out.end();
    }

    static Optional<BaseFit> read(JsonFieldReader in) throws IOException, LstmException {
        if (!in.has(FIELD)) {
            return Optional.empty();
        }
        in.object();
        int main = in.at("season").whole();
        int longer = in.at("longer").whole();
        in.end();
        return Optional.of(in.valid(FIELD, () -> new BaseFit(new SeasonPair(main, longer), Optional.empty())));
    }
}
