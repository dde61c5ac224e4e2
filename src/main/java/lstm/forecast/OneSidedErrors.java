package lstm.forecast;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lstm.model.Calibration;
import lstm.model.Model;

/** Whether the errors of a model on held-out rows nearly all have one sign. */
public final class OneSidedErrors {
    /** As many of them as an 80 % interval leaves on its wider side. */
    private static final double NEARLY_ALL = 0.9;

    private OneSidedErrors() {}

    /** What to say of the targets of a model. */
    public static List<IntervalNote> notes(Model model) {
        return model.calibration().stream()
                .flatMap(known -> IntStream.range(0, model.targets().size())
                        .mapToObj(target -> note(model, known, target))
                        .flatMap(Optional::stream))
                .toList();
    }

    /** Whether errors of one sign are numerous enough to be a bias; a few may share a sign by chance. */
    public static boolean isBias(int oneSign, int all) {
        return all >= Residuals.LEAST && oneSign >= NEARLY_ALL * all;
    }

    private static Optional<IntervalNote> note(Model model, Calibration known, int target) {
        int width = model.recipe().loss().width();
        int steps = Math.min(known.steps(), model.preparation().plan().horizon());
        int all = 0;
        int positive = 0;
        int negative = 0;
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            for (float residual : known.residuals()[target * width + width / 2][step]) {
                all++;
                positive += residual > 0 ? 1 : 0;
                negative += residual < 0 ? 1 : 0;
                sum += residual;
            }
        }
        int most = Math.max(positive, negative);
        if (!isBias(most, all)) {
            return Optional.empty();
        }
        IntervalNote.Unit unit = IntervalNote.Unit.of(model.preparation());
        double size = unit == IntervalNote.Unit.TARGET
                ? Math.abs(model.preparation().columns().get(target).base().scale())
                : 1;
        return Optional.of(new IntervalNote.OneSign(
                model.targets().get(target), most, all, positive > negative, sum / all * size, unit));
    }
}
