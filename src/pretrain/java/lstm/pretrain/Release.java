package lstm.pretrain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import lstm.base.BaseNetwork;
import lstm.error.LstmException;
import lstm.file.AtomicFile;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.modelfile.BaseNetworkFile;

/**
 * Writes the file of a base network that is part of the program, from the file of its training: the best weights so
 * far, without what resumes it. Arguments: the file of the training, the file to write, and the date of the release.
 */
public final class Release {
    /** Weights are multiples of it, so that the file compresses to half; errors change by less than a seed does. */
    private static final float GRID = 1f / 256;

    private Release() {}

    /** Writes the file. */
    public static void main(String[] args) throws IOException, LstmException {
        BaseNetwork network = network(BaseModelFile.read(Path.of(args[0])), LocalDate.parse(args[2]));
        byte[] bytes = BaseNetworkFile.bytes(network);
        AtomicFile.write(Disk.LOCAL, Path.of(args[1]), bytes, Existing.REPLACE);
        System.err.println(args[1] + ": " + bytes.length + " bytes, " + network.training());
    }

    static BaseNetwork network(BaseModel model, LocalDate date) {
        PretrainingPlan plan = model.plan();
        long windows = (long) model.state().bestEpoch() * plan.windows();
        return new BaseNetwork(
                plan.shape(), rounded(model.weights()), new BaseNetwork.Training(plan.seed(), windows, date));
    }

    private static float[] rounded(float[] weights) {
        float[] rounded = new float[weights.length];
        for (int k = 0; k < weights.length; k++) {
            rounded[k] = Math.round(weights[k] / GRID) * GRID;
        }
        return rounded;
    }
}
