package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.model.BaseMember;
import lstm.model.Combination;
import lstm.model.Combine;
import lstm.model.Method;

/**
 * The field {@code combination}, which only models that combine methods have: the methods and, for each target, a list
 * of steps with their weights; both are empty while the training is unfinished. Where the base network is one of the
 * methods, {@link BaseMemberPart} tells which one.
 */
final class CombinationPart {
    private static final String FIELD = "combination";
    private static final String BASE = "base";

    private CombinationPart() {}

    static void write(JsonFieldWriter out, Optional<Combination> combination) throws IOException {
        if (combination.isEmpty()) {
            return;
        }
        out.at(FIELD).object();
        out.at("mode").choice(combination.get().mode());
        out.at("methods").list();
        for (Method method : combination.get().members()) {
            out.text(method.key());
        }
        out.endList();
        out.at("weights").list();
        for (double[][] steps : combination.get().weights()) {
            out.list();
            for (double[] step : steps) {
                out.list();
                for (double weight : step) {
                    out.number(weight);
                }
                out.endList();
            }
            out.endList();
        }
        out.endList();
        if (combination.get().base().isPresent()) {
            BaseMemberPart.write(out.at(BASE), combination.get().base().get());
        }
        out.end();
    }

    /** @param targets that there may be weights for */
    static Optional<Combination> read(JsonFieldReader in, int targets) throws IOException, LstmException {
        if (!in.has(FIELD)) {
            return Optional.empty();
        }
        in.object();
        Combine mode = in.at("mode").choice(Combine.values());
        List<Method> members = members(in);
        List<double[][]> weights = new ArrayList<>();
        in.at("weights").list();
        while (in.more()) {
            if (weights.size() == targets) {
                throw in.fault("is one more than there are targets");
            }
            weights.add(steps(in, members.size()));
        }
        Optional<BaseMember> base = in.has(BASE) ? Optional.of(BaseMemberPart.read(in)) : Optional.empty();
        in.end();
        return Optional.of(
                in.valid(FIELD, () -> new Combination(mode, members, weights.toArray(double[][][]::new), base)));
    }

    private static List<Method> members(JsonFieldReader in) throws IOException, LstmException {
        List<Method> members = new ArrayList<>();
        in.at("methods").list();
        while (in.more()) {
            String key = in.text();
            Method method = List.of(Method.values()).stream()
                    .filter(one -> one.key().equals(key) && !members.contains(one))
                    .findFirst()
                    .orElseThrow(() -> in.fault("is not a method or is there twice"));
            members.add(method);
        }
        return members;
    }

    private static double[][] steps(JsonFieldReader in, int members) throws IOException, LstmException {
        List<double[]> steps = new ArrayList<>();
        in.list();
        while (in.more()) {
            if (steps.size() == Combination.MOST_STEPS) {
                throw in.fault("is one more than the " + Combination.MOST_STEPS + " there may be");
            }
            steps.add(BaselinesPart.numbers(in, members));
        }
        return steps.toArray(double[][]::new);
    }
}
