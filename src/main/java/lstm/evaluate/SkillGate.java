package lstm.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import lstm.error.LstmException;
import lstm.error.Phrase;
import lstm.error.Setting;
import lstm.model.RowRole;
import lstm.model.Score;
import lstm.text.NumberText;

/**
 * The least skill that a model must have.
 *
 * @param least empty if any will do
 */
public record SkillGate(OptionalDouble least) {
    /** Any skill will do. */
    public static final SkillGate NONE = new SkillGate(OptionalDouble.empty());

    /** Refuses a bound that no forecast can reach. */
    public SkillGate check() throws LstmException {
        if (least.isPresent() && (!(least.getAsDouble() <= 1) || Double.isInfinite(least.getAsDouble()))) {
            throw LstmException.usage(Setting.MIN_SKILL.to(least.getAsDouble()), " is out of range")
                    .remedy("use a number of at most 1, such as 0.05");
        }
        return this;
    }

    /**
     * Fails if the score of a target falls short, or if there is none.
     *
     * @throws LstmException of kind {@code GATE}
     */
    public void requireSkill(List<Score> scores) throws LstmException {
        if (least.isEmpty()) {
            return;
        }
        if (scores.isEmpty()) {
            throw undefined().remedy("hold out more rows to score the model on");
        }
        for (Score score : scores) {
            requireSkill(score);
        }
    }

    /**
     * The same for scores of any rows.
     *
     * @param knowsRows whether rows that the model was trained on are known to be so, and are no evidence
     */
    public void requireSkill(List<Score> scores, boolean knowsRows) throws LstmException {
        boolean taught = scores.stream().anyMatch(score -> score.over().role() == RowRole.TAUGHT);
        if (least.isPresent() && knowsRows && taught) {
            throw LstmException.of(
                            LstmException.Kind.GATE,
                            "the model was trained on every row that could be scored, so it misses ",
                            wanted())
                    .remedy("name later rows");
        }
        requireSkill(scores);
    }

    private void requireSkill(Score score) throws LstmException {
        OptionalDouble skill = score.skill();
        if (skill.isEmpty()) {
            throw undefined().remedy(remedy(score));
        }
        if (skill.getAsDouble() < least.getAsDouble()) {
            String rounded = String.format(Locale.ROOT, "%.3f", skill.getAsDouble());
            // 0.0499 must not be shown as 0.050 and yet miss 0.05.
            boolean tells = Double.parseDouble(rounded) < least.getAsDouble();
            throw LstmException.of(
                            LstmException.Kind.GATE,
                            "the skill of ",
                            tells ? rounded : skill.getAsDouble(),
                            " misses ",
                            wanted())
                    .remedy(remedy(score));
        }
    }

    private LstmException undefined() {
        return LstmException.of(LstmException.Kind.GATE, "the skill is undefined, so it misses ", wanted());
    }

    private Object wanted() {
        return Setting.MIN_SKILL.to(least.getAsDouble());
    }

    private static Phrase remedy(Score score) {
        return score.better()
                .filter(method -> !score.mayBeChance(method))
                .map(method -> Phrase.of(
                        method,
                        " does better with an ",
                        score.ranking(),
                        " of ",
                        NumberText.of(score.error(score.accuracies().get(method)))))
                .orElse(Phrase.of("train with other settings, or ask for less"));
    }
}
