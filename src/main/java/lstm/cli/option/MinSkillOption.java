package lstm.cli.option;

import java.util.OptionalDouble;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.evaluate.SkillGate;
import picocli.CommandLine.Option;

/** The {@code --min-skill} option: the command fails if the skill is lower. Its outputs are the same. */
public final class MinSkillOption {
    @Option(
            names = "--min-skill",
            paramLabel = "SKILL",
            description = "Exit with code 6 if the skill, 1 - RMSE / RMSE of naive over all steps, is lower or"
                    + " undefined; output is written all the same.")
    private Double least;

    /** The gate, checked, of a command that always has a score. */
    public SkillGate gate() throws LstmException {
        return gate(true);
    }

    /**
     * The gate, checked.
     *
     * @param scored whether there will be a score
     */
    public SkillGate gate(boolean scored) throws LstmException {
        if (least == null) {
            return SkillGate.NONE;
        }
        if (!scored) {
            throw LstmException.usage(Setting.MIN_SKILL, " needs held-out rows to judge by")
                    .remedy("leave out ", Setting.VALIDATION.to(0));
        }
        return new SkillGate(OptionalDouble.of(least)).check();
    }
}
