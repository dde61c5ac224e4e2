package lstm.workflow;

import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.BaseMember;
import lstm.model.Combination;
import lstm.model.Method;
import lstm.model.Model;
import lstm.modelfile.BaseNetworkFile;

/** The share that the base network has in the forecasts of a model. */
final class BaseShare {
    private BaseShare() {}

    /**
     * Refuses a model whose weights were learned on forecasts of another base network than that of this program.
     *
     * @param name of the model
     * @throws LstmException of kind {@code MODEL}
     */
    static void requireShipped(Model model, String name) throws LstmException {
        Optional<BaseMember> needed =
                model.combination().filter(parts -> parts.uses(Method.BASE)).flatMap(Combination::base);
        boolean asItIs = needed.filter(member -> member.tuned().isEmpty()).isPresent();
        if (asItIs && !needed.get().hash().equals(BaseNetworkFile.shippedHash())) {
            throw LstmException.model("combines forecasts of another base model than that of this lstm")
                    .in(name)
                    .remedy("train it again, with ", Setting.FORCE, " into the same file");
        }
    }
}
