package lstm.cli.option;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Setting;
import lstm.model.Score;
import lstm.text.NumberText;
import picocli.CommandLine.Option;

/** What skill a forecast must have for the command to succeed. Nothing that is written depends on it. */
public final class MinSkillOption {
    @Option(
            names = "--min-skill",
            paramLabel = "SKILL",
            description = "End with exit code 6 if the skill, 1 - RMSE / RMSE of naive, is less or undefined; what is"
                    + " written is the same.")
    private Double least;

    /**
     * Refuses what no forecast can reach.
     *
     * @param scored whether there will be a score
     */
    public void check(boolean scored) throws LstmException {
        if (least == null) {
            return;
        }
        if (!(least <= 1) || least.isInfinite()) {
            throw LstmException.usage(Setting.MIN_SKILL.to(least), " is out of range")
                    .remedy("give a number of at most 1, such as 0.05");
        }
        if (!scored) {
            throw LstmException.usage(
                            Setting.MIN_SKILL, " needs held-out rows, and ", Setting.VALIDATION.to(0), " holds out none")
                    .remedy("leave out one of them");
        }
    }

    /** Ends the command, whose work is done, if the score of a target falls short, or if there is none. */
    public void hold(List<Score> scores) throws LstmException {
        if (least == null) {
            return;
        }
        if (scores.isEmpty()) {
            hold(Optional.empty());
        }
        for (Score score : scores) {
            hold(Optional.of(score));
        }
    }

    private void hold(Optional<Score> score) throws LstmException {
        OptionalDouble skill = score.map(Score::skill).orElse(OptionalDouble.empty());
        if (skill.isEmpty()) {
            throw LstmException.of(Kind.GATE, "the skill is undefined, so it misses ", Setting.MIN_SKILL.to(least))
                    .remedy(remedy(score));
        }
        if (skill.getAsDouble() < least) {
            String reached = String.format(Locale.ROOT, "%.3f", skill.getAsDouble());
            // 0.0499 must not be said to be 0.050 and less than that.
            String said = Double.parseDouble(reached) < least ? reached : Double.toString(skill.getAsDouble());
            throw LstmException.of(Kind.GATE, "the skill of ", said, " misses ", Setting.MIN_SKILL.to(least))
                    .remedy(remedy(score));
        }
    }

    private static String remedy(Optional<Score> score) {
        return score.flatMap(all -> all.better()
                        .map(method -> method + " does better with an " + all.ranking() + " of "
                                + NumberText.of(all.error(all.accuracies().get(method)))))
                .orElse("train with other options, or ask for less");
    }
}
