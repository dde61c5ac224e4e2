package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.model.Calibration;

/**
 * The field {@code intervals}: for each prediction, those of a target in turn, a list of steps with their residuals.
 */
final class CalibrationPart {
    private CalibrationPart() {}

    static void write(JsonFieldWriter out, Optional<Calibration> calibration) throws IOException {
        out.at("intervals");
        if (calibration.isEmpty()) {
            out.none();
            return;
        }
        out.list();
        for (float[][] steps : calibration.get().residuals()) {
            out.list();
            for (float[] residuals : steps) {
                out.object();
                out.at("count").whole(residuals.length);
                out.at("residuals").floats(residuals, 0, residuals.length);
                out.end();
            }
            out.endList();
        }
        out.endList();
    }

    /** @param predictions there must be */
    static Optional<Calibration> read(JsonFieldReader in, int predictions) throws IOException, LstmException {
        if (in.at("intervals").isNone()) {
            return Optional.empty();
        }
        in.list();
        List<float[][]> all = new ArrayList<>();
        while (in.more()) {
            if (all.size() == predictions) {
                throw in.fault("is one more than there are predictions");
            }
            in.list();
            List<float[]> steps = new ArrayList<>();
            while (in.more()) {
                steps.add(step(in));
            }
            all.add(steps.toArray(float[][]::new));
        }
        if (all.size() != predictions) {
            throw in.fault("has " + all.size() + " of " + predictions + " predictions");
        }
        return Optional.of(in.valid("intervals", () -> new Calibration(all.toArray(float[][][]::new))));
    }

    private static float[] step(JsonFieldReader in) throws IOException, LstmException {
        in.object();
        int count = in.at("count").whole();
        if (count < 1 || count > Calibration.MOST) {
            throw in.fault("is not 1 to " + Calibration.MOST);
        }
        float[] residuals = new float[count];
        in.at("residuals").floats(residuals, 0, count);
        in.end();
        return residuals;
    }
}
