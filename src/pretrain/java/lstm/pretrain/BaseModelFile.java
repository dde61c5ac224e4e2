package lstm.pretrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lstm.base.BaseShape;
import lstm.error.LstmException;
import lstm.file.AtomicFile;
import lstm.file.Disk;
import lstm.file.Existing;
import lstm.train.Epoch;
import lstm.train.TrainingState;

/**
 * The file of a base network: one JSON object with the plan, the epochs, and the weights as little-endian floats in
 * base64, in the order of the architecture's layout. While the training is unfinished it also has what is needed to
 * resume it.
 */
public final class BaseModelFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BaseModelFile() {}

    /** Writes the file whole, replacing one that is there. */
    public static void write(Path path, BaseModel model) throws LstmException, IOException {
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(model));
        AtomicFile.write(Disk.LOCAL, path, bytes, Existing.REPLACE);
    }

    private static ObjectNode tree(BaseModel model) {
        PretrainingPlan plan = model.plan();
        TrainingState state = model.state();
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "lstm-base").put("version", 1);
        root.putObject("shape")
                .put("units", plan.shape().units())
                .put("segment", plan.shape().segment())
                .put("window", plan.shape().window())
                .put("horizon", plan.shape().horizon());
        root.putObject("training")
                .put("seed", plan.seed())
                .put("epochs", plan.epochs())
                .put("windows", plan.windows())
                .put("batch", plan.batch())
                .put("rate", plan.rate())
                .put("best", state.bestEpoch());
        ArrayNode history = root.putArray("history");
        for (Epoch epoch : state.history()) {
            history.addArray()
                    .add(epoch.loss())
                    .add(epoch.validation().orElseThrow())
                    .add(epoch.rate());
        }
        root.put("weights", bytes(model.weights()));
        if (!model.isFinished()) {
            ObjectNode resume = root.putObject("resume");
            resume.put("batch", state.batch()).put("step", state.step()).put("loss", state.lossSum());
            resume.put("weights", bytes(state.weights()));
            ArrayNode slots = resume.putArray("slots");
            for (float[] slot : state.slots()) {
                slots.add(bytes(slot));
            }
        }
        return root;
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static float[] floats(JsonNode node) throws IOException {
        FloatBuffer buffer = ByteBuffer.wrap(node.binaryValue())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    /** Reads a file that {@link #write} wrote. */
    public static BaseModel read(Path path) throws IOException {
        JsonNode root = JSON.readTree(Files.readAllBytes(path));
        JsonNode shape = root.required("shape");
        JsonNode training = root.required("training");
        PretrainingPlan plan = new PretrainingPlan(
                new BaseShape(
                        shape.required("units").intValue(),
                        shape.required("segment").intValue(),
                        shape.required("window").intValue(),
                        shape.required("horizon").intValue()),
                training.required("seed").longValue(),
                training.required("epochs").intValue(),
                training.required("windows").intValue(),
                training.required("batch").intValue(),
                training.required("rate").doubleValue());
        return new BaseModel(plan, state(root, plan));
    }

    private static TrainingState state(JsonNode root, PretrainingPlan plan) throws IOException {
        List<Epoch> history = new ArrayList<>();
        for (JsonNode epoch : root.required("history")) {
            history.add(new Epoch(
                    epoch.get(0).doubleValue(),
                    OptionalDouble.of(epoch.get(1).doubleValue()),
                    epoch.get(2).doubleValue()));
        }
        float[] best = floats(root.required("weights"));
        int bestEpoch = root.required("training").required("best").intValue();
        JsonNode resume = root.path("resume");
        if (resume.isMissingNode()) {
            float[][] slots = new float[plan.recipe().optimizer().slots()][best.length];
            return TrainingState.restore(best, slots, best, history, bestEpoch, 0, 0, 0);
        }
        List<float[]> slots = new ArrayList<>();
        for (JsonNode slot : resume.required("slots")) {
            slots.add(floats(slot));
        }
        return TrainingState.restore(
                floats(resume.required("weights")),
                slots.toArray(new float[0][]),
                best,
                history,
                bestEpoch,
                resume.required("batch").intValue(),
                resume.required("step").longValue(),
                resume.required("loss").doubleValue());
    }
}
