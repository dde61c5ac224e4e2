package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import lstm.error.LstmException;
import lstm.model.Accuracy;
import lstm.model.Method;
import lstm.model.PairedTest;
import lstm.model.Score;

/**
 * The field {@code scores}, an object for each target: every method has its place there, and null if it was not scored.
 */
final class ScorePart {
    /** What the model is tested against besides naive. */
    private static final List<Method> OTHERS = List.of(Method.SEASONAL_NAIVE, Method.DRIFT, Method.AUTOREGRESSION);

    /** What only a combination is scored beside; each is there or not. */
    private static final List<Method> MORE =
            List.of(Method.NETWORK, Method.EXPONENTIAL_SMOOTHING, Method.THETA, Method.TSB, Method.BASE);

    private ScorePart() {}

    static void write(JsonFieldWriter out, List<Score> scores) throws IOException {
        out.at("scores");
        if (scores.isEmpty()) {
            out.none();
            return;
        }
        out.list();
        for (Score score : scores) {
            write(out, score);
        }
        out.endList();
    }

    private static void write(JsonFieldWriter out, Score score) throws IOException {
        out.object();
        Score.Over over = score.over();
        if (over.isOfSeveral()) {
            out.at("series").whole(over.series());
        }
        if (over.isOfSeveral() || over.steps() > 1) {
            out.at("steps").whole(over.steps());
        }
        if (over.origins() != usual(over.series(), over.steps(), score.model().count())) {
            out.at("origins").whole(over.origins());
        }
        if (!over.choseEpoch()) {
            out.at("chose_epoch").flag(false);
        }
        out.at("rows").whole(score.model().count());
        out.at("season").whole(score.season());
        for (Method method : Method.usual()) {
            write(out.at(method.key()), score.accuracies().get(method));
        }
        for (Method method : MORE) {
            if (score.accuracies().containsKey(method)) {
                write(out.at(method.key()), score.accuracies().get(method));
            }
        }
        out.at("skill").number(score.skill());
        writeTest(out.at("test"), score.test());
        if (score.tests().keySet().stream().anyMatch(method -> method != Method.NAIVE)) {
            out.at("tests").object();
            for (Method method : OTHERS) {
                writeTest(
                        out.at(method.key()), Optional.ofNullable(score.tests().get(method)));
            }
            for (Method method : MORE) {
                if (score.tests().containsKey(method)) {
                    writeTest(out.at(method.key()), Optional.of(score.tests().get(method)));
                }
            }
            out.end();
        }
        out.end();
    }

    private static void write(JsonFieldWriter out, Accuracy accuracy) throws IOException {
        if (accuracy == null) {
            out.none();
            return;
        }
        out.object();
        out.at("rmse").number(accuracy.rmse());
        out.at("mae").number(accuracy.mae());
        out.at("mape").number(accuracy.mape());
        out.at("smape").number(accuracy.smape());
        out.at("mase").number(accuracy.mase());
        out.at("rmsse").number(accuracy.rmsse());
        out.end();
    }

    private static void writeTest(JsonFieldWriter out, Optional<PairedTest> test) throws IOException {
        if (test.isEmpty()) {
            out.none();
            return;
        }
        out.object();
        out.at("statistic").number(test.get().statistic());
        out.at("p_value").number(test.get().pValue());
        out.end();
    }

    static List<Score> read(JsonFieldReader in, int targets) throws IOException, LstmException {
        List<Score> scores = new ArrayList<>();
        if (in.at("scores").isNone()) {
            return scores;
        }
        in.list();
        while (in.more()) {
            if (scores.size() == targets) {
                throw in.fault("is one more than there are targets");
            }
            in.object();
            scores.add(one(in));
        }
        if (scores.isEmpty()) {
            throw in.fault("is empty");
        }
        return scores;
    }

    private static Score one(JsonFieldReader in) throws IOException, LstmException {
        int series = in.has("series") ? several(in) : 1;
        int steps = series > 1 ? in.at("steps").whole() : in.has("steps") ? in.whole() : 1;
        OptionalInt origins = in.has("origins") ? OptionalInt.of(in.whole()) : OptionalInt.empty();
        // The rows of earlier files, which lack the field, chose the epoch.
        boolean choseEpoch = !in.has("chose_epoch") || in.flag();
        int rows = in.at("rows").whole();
        int season = in.at("season").whole();
        Map<Method, Accuracy> accuracies = new EnumMap<>(Method.class);
        for (Method method : Method.usual()) {
            if (!in.at(method.key()).isNone()) {
                accuracies.put(method, accuracy(in, rows));
            }
        }
        for (Method method : MORE) {
            if (in.has(method.key())) {
                accuracies.put(method, accuracy(in, rows));
            }
        }
        OptionalDouble skill = in.at("skill").numberOrNone();
        Map<Method, PairedTest> tests = tests(in);
        in.end();
        Score score = in.valid(
                "scores",
                () -> new Score(
                        season,
                        accuracies,
                        tests,
                        new Score.Over(series, steps, origins.orElse(usual(series, steps, rows)), choseEpoch)));
        // Both are written from the same figures, so they agree to the bit.
        return in.valid("scores", () -> agreed(score, skill));
    }

    /** Origins where no forecast row is masked. */
    private static int usual(int series, int steps, int rows) {
        return Math.max(series, rows / Math.max(1, steps));
    }

    private static int several(JsonFieldReader in) throws IOException, LstmException {
        int series = in.whole();
        if (series < 2) {
            throw in.fault("is not the count of several");
        }
        return series;
    }

    private static Map<Method, PairedTest> tests(JsonFieldReader in) throws IOException, LstmException {
        Map<Method, PairedTest> tests = new EnumMap<>(Method.class);
        test(in.at("test")).ifPresent(test -> tests.put(Method.NAIVE, test));
        if (in.has("tests")) {
            in.object();
            for (Method method : OTHERS) {
                test(in.at(method.key())).ifPresent(test -> tests.put(method, test));
            }
            for (Method method : MORE) {
                if (in.has(method.key())) {
                    test(in).ifPresent(test -> tests.put(method, test));
                }
            }
            in.end();
        }
        return tests;
    }

    private static Score agreed(Score score, OptionalDouble skill) {
        if (!score.skill().equals(skill)) {
            throw new IllegalArgumentException("the skill does not follow from the errors before it");
        }
        return score;
    }

    private static Accuracy accuracy(JsonFieldReader in, int rows) throws IOException, LstmException {
        in.object();
        double rmse = in.at("rmse").number();
        double mae = in.at("mae").number();
        OptionalDouble mape = in.at("mape").numberOrNone();
        double smape = in.at("smape").number();
        OptionalDouble mase = in.at("mase").numberOrNone();
        OptionalDouble rmsse = in.at("rmsse").numberOrNone();
        in.end();
        return in.valid("scores", () -> new Accuracy(rows, rmse, mae, mape, smape, mase, rmsse));
    }

    private static Optional<PairedTest> test(JsonFieldReader in) throws IOException, LstmException {
        if (in.isNone()) {
            return Optional.empty();
        }
        in.object();
        double statistic = in.at("statistic").number();
        double pValue = in.at("p_value").number();
        in.end();
        return Optional.of(in.valid("scores", () -> new PairedTest(statistic, pValue)));
    }
}
