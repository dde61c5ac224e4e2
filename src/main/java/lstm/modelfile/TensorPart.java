package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.model.ResumeState;
import lstm.model.TrainedNetwork;
import lstm.network.ParameterLayout;

/**
 * The field {@code tensors}: the weights, and in an unfinished model the last weights and the optimizer's arrays, each
 * set of the same names and shapes under a prefix of its own; so are those of each further network.
 */
final class TensorPart {
    private static final String RESUME = "resume.";

    private TensorPart() {}

    static void write(JsonFieldWriter out, Model model) throws IOException {
        ParameterLayout layout = model.architecture().layout();
        out.at("tensors").list();
        for (int number = 0; number < model.networks().size(); number++) {
            TrainedNetwork network = model.networks().get(number);
            String prefix = TrainedNetwork.prefix(number);
            write(out, layout, prefix, network.weights());
            if (network.resume().isPresent()) {
                ResumeState resume = network.resume().get();
                write(out, layout, prefix + RESUME, resume.weights());
                for (int slot = 0; slot < resume.slots().size(); slot++) {
                    write(out, layout, prefix + slotPrefix(slot), resume.slots().get(slot));
                }
            }
        }
        out.endList();
    }

    private static void write(JsonFieldWriter out, ParameterLayout layout, String prefix, float[] values)
            throws IOException {
        for (ParameterLayout.Tensor tensor : layout.tensors()) {
            out.object();
            out.at("name").text(prefix + tensor.name());
            out.at("shape").list().whole(tensor.rows()).whole(tensor.columns()).endList();
            out.at("data").floats(values, tensor.offset(), tensor.size());
            out.end();
        }
    }

    private static String slotPrefix(int slot) {
        return "optimizer." + (slot + 1) + ".";
    }

    /**
     * Reads every set of tensors of each network: the weights, and if the training is unfinished, last weights and
     * slots.
     *
     * @return [networks][sets]
     */
    static List<List<float[]>> read(JsonFieldReader in, ParameterLayout layout, int networks, Optional<Integer> slots)
            throws IOException, LstmException {
        in.at("tensors").list();
        List<String> prefixes = prefixes(slots);
        long least = (long) layout.size() * Float.BYTES * prefixes.size() * networks;
        if (least > in.size()) {
            throw in.fault("cannot hold the " + layout.size() + " parameters of the network in \"config\"");
        }
        List<List<float[]>> each = new ArrayList<>();
        for (int number = 0; number < networks; number++) {
            String network = TrainedNetwork.prefix(number);
            each.add(sets(
                    in,
                    layout,
                    prefixes.stream().map(prefix -> network + prefix).toList()));
        }
        if (in.more()) {
            throw in.fault("is one tensor too many");
        }
        return each;
    }

    private static List<float[]> sets(JsonFieldReader in, ParameterLayout layout, List<String> prefixes)
            throws IOException, LstmException {
        List<float[]> sets = new ArrayList<>();
        for (String prefix : prefixes) {
            float[] values = new float[layout.size()];
            for (ParameterLayout.Tensor tensor : layout.tensors()) {
                read(in, prefix + tensor.name(), tensor, values);
            }
            sets.add(values);
        }
        return sets;
    }

    private static List<String> prefixes(Optional<Integer> slots) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        if (slots.isPresent()) {
            prefixes.add(RESUME);
            for (int slot = 0; slot < slots.get(); slot++) {
                prefixes.add(slotPrefix(slot));
            }
        }
        return prefixes;
    }

    private static void read(JsonFieldReader in, String name, ParameterLayout.Tensor tensor, float[] values)
            throws IOException, LstmException {
        if (!in.more()) {
            throw in.fault("ends before the tensor " + name);
        }
        in.object();
        if (!in.at("name").text().equals(name)) {
            throw in.fault("is not " + name + ", which belongs here");
        }
        in.at("shape").list();
        for (int size : new int[] {tensor.rows(), tensor.columns()}) {
            if (!in.more() || in.whole() != size) {
                throw in.fault("is not " + size + ", what \"config\" makes it");
            }
        }
        if (in.more()) {
            throw in.fault("is not one of two sizes");
        }
        in.at("data").floats(values, tensor.offset(), tensor.size());
        in.end();
    }
}
