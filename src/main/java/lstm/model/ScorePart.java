package lstm.model;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import lstm.file.UserException;

/** The field {@code scores}. */
final class ScorePart {
    private ScorePart() {}

    static void write(JsonOut out, Optional<Score> score) throws IOException {
        out.at("scores");
        if (score.isEmpty()) {
            out.none();
            return;
        }
        out.object();
        out.at("rows").whole(score.get().model().count());
        write(out.at("model"), score.get().model());
        write(out.at("naive"), score.get().naive());
        out.at("skill").number(skill(score.get()));
        out.end();
    }

    private static void write(JsonOut out, Accuracy accuracy) throws IOException {
        out.object();
        out.at("rmse").number(accuracy.rmse());
        out.at("mae").number(accuracy.mae());
        out.at("mape").number(accuracy.mape());
        out.end();
    }

    static Optional<Score> read(JsonIn in) throws IOException, UserException {
        if (in.at("scores").isNone()) {
            return Optional.empty();
        }
        in.object();
        int rows = in.at("rows").whole();
        Accuracy model = accuracy(in.at("model"), rows);
        Accuracy naive = accuracy(in.at("naive"), rows);
        Score score = in.valid("scores", () -> new Score(model, naive));
        if (!in.at("skill").numberOrNone().equals(skill(score))) {
            throw in.fault("does not follow from the errors before it");
        }
        in.end();
        return Optional.of(score);
    }

    private static Accuracy accuracy(JsonIn in, int rows) throws IOException, UserException {
        in.object();
        double rmse = in.at("rmse").number();
        double mae = in.at("mae").number();
        OptionalDouble mape = in.at("mape").numberOrNone();
        in.end();
        return in.valid("scores", () -> new Accuracy(rows, rmse, mae, mape));
    }

    /** None as well where naive is so nearly right that the quotient overflows. */
    private static OptionalDouble skill(Score score) {
        OptionalDouble skill = score.skill();
        return skill.isPresent() && Double.isInfinite(skill.getAsDouble()) ? OptionalDouble.empty() : skill;
    }
}
