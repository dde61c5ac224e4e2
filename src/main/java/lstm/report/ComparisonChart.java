package lstm.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lstm.chart.SvgDocument;
import lstm.chart.SvgDocument.Anchor;
import lstm.explain.CellTrial;
import lstm.explain.GradientFlow;
import lstm.model.Score;
import lstm.network.CellKind;
import lstm.text.NumberText;

/**
 * A comparison as a picture: a table, which is the legend as well; to the left the validation loss of each epoch, to
 * the right how the gradient travels back through time, both on logarithmic axes.
 */
public final class ComparisonChart {
    private static final int WIDTH = 940;
    /** Of a panel's plot, and of what stands below it. */
    private static final int HEIGHT = 248;

    private static final int BELOW = 52;
    /** Of a line of the table on top, which is the legend as well. */
    private static final int LINE = 19;

    private static final int TABLE = 50;
    /** Where its columns of numbers end. */
    private static final int[] COLUMNS = {250, 350, 470, 570, 650};

    private static final List<String> HEADS = List.of("parameters", "s an epoch", "validation loss", "RMSE", "skill");
    private static final int PANEL = 370;
    /** What lies below has vanished; a gradient of exactly zero has no logarithm. */
    private static final double LEAST = 1e-12;

    private final Comparison comparison;
    private final List<CellTrial> contenders;
    private final int top;
    private final int floor;
    private final SvgDocument svg;

    private ComparisonChart(Comparison comparison) {
        this.comparison = comparison;
        contenders =
                comparison.entries().stream().map(Comparison.Entry::contender).toList();
        top = TABLE + LINE * contenders.size() + 54;
        floor = top + HEIGHT;
        svg = new SvgDocument(WIDTH, floor + BELOW);
    }

    /** The picture as an SVG file. */
    public static byte[] svg(Comparison comparison, String title) {
        return new ComparisonChart(comparison).draw(title);
    }

    private byte[] draw(String title) {
        svg.title(64, 26, title);
        table();
        panel(64, "validation loss", "epoch", 1, contender -> List.of(validation(contender)));
        panel(
                64 + PANEL + 96,
                "gradient of the loss: by h, dashed by the memory c; 1 at the last step",
                "steps back",
                0,
                contender -> contender.travel().map(ComparisonChart::curves).orElse(List.of()));
        return svg.bytes();
    }

    private void table() {
        for (int k = 0; k < HEADS.size(); k++) {
            svg.remark(COLUMNS[k], TABLE, Anchor.END, HEADS.get(k));
        }
        double y = TABLE;
        for (Comparison.Entry entry : comparison.entries()) {
            y += LINE;
            CellTrial contender = entry.contender();
            svg.curve(new double[] {64, 86}, new double[] {y - 4, y - 4}, colour(contender), false);
            svg.text(92, y, Anchor.START, contender.architecture().cell().toString());
            List<String> cells = cells(entry);
            for (int k = 0; k < cells.size(); k++) {
                svg.text(COLUMNS[k], y, Anchor.END, cells.get(k));
            }
        }
    }

    private static List<String> cells(Comparison.Entry entry) {
        CellTrial contender = entry.contender();
        Optional<Score> score = contender.score();
        return List.of(
                NumberText.count(contender.architecture().layout().size()),
                entry.seconds().map(seconds -> NumberText.rounded(seconds, 2)).orElse("-"),
                contender
                        .best()
                        .map(epoch -> NumberText.rounded(epoch.selectionLoss(), 3))
                        .orElse("-"),
                score.map(s -> NumberText.rounded(s.model().rmse(), 4)).orElse("-"),
                score.filter(s -> s.skill().isPresent())
                        .map(s -> String.format(Locale.ROOT, "%.3f", s.skill().getAsDouble()))
                        .orElse("-"));
    }

    private static double[] validation(CellTrial contender) {
        return contender.history().stream()
                .mapToDouble(epoch -> epoch.validation().orElse(Double.NaN))
                .toArray();
    }

    private static List<double[]> curves(GradientFlow travel) {
        return Stream.concat(Stream.of(travel.hidden()), travel.memory().stream())
                .toList();
    }

    /** Curves over steps that count from {@code first} on; the second curve of a contender is dashed. */
    private void panel(double left, String title, String below, int first, Function<CellTrial, List<double[]>> curves) {
        double[] all = contenders.stream()
                .flatMap(contender -> curves.apply(contender).stream())
                .flatMapToDouble(Arrays::stream)
                .filter(value -> value >= LEAST)
                .toArray();
        int length = contenders.stream()
                .flatMap(contender -> curves.apply(contender).stream())
                .mapToInt(curve -> curve.length)
                .max()
                .orElse(1);
        int low = (int) Math.floor(Math.log10(Arrays.stream(all).min().orElse(0.1)));
        int high = Math.max(
                low + 1, (int) Math.ceil(Math.log10(Arrays.stream(all).max().orElse(1)) - 1e-9));
        svg.remark(left, top - 18, Anchor.START, title);
        rows(left, low, high);
        steps(left, below, first, length);
        for (CellTrial contender : contenders) {
            boolean dashed = false;
            for (double[] curve : curves.apply(contender)) {
                draw(curve, left, length, low, high, colour(contender), dashed);
                dashed = true;
            }
        }
    }

    private void draw(double[] curve, double left, int length, int low, int high, String colour, boolean dashed) {
        double[] x = new double[curve.length];
        double[] y = new double[curve.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = left + PANEL * (double) k / Math.max(1, length - 1);
            y[k] = curve[k] >= LEAST ? y(Math.log10(curve[k]), low, high) : Double.NaN;
        }
        svg.curve(x, y, colour, dashed);
    }

    private void rows(double left, int low, int high) {
        int every = Math.max(1, (high - low + 5) / 6);
        for (int power = low; power <= high; power++) {
            double y = y(power, low, high);
            if (power % every == 0) {
                svg.rule(left, y, left + PANEL, y);
                svg.remark(left - 6, y + 4, Anchor.END, power == 0 ? "1" : "1e" + power);
            }
        }
    }

    private void steps(double left, String below, int first, int length) {
        int every = every(length);
        for (int step = first; step < first + length; step++) {
            double x = left + PANEL * (double) (step - first) / Math.max(1, length - 1);
            if (step % every == 0 || step == first) {
                svg.remark(x, floor + 18, Anchor.MIDDLE, Integer.toString(step));
            }
        }
        svg.remark(left + PANEL / 2.0, floor + 36, Anchor.MIDDLE, below);
    }

    /** 1, 2 or 5 times a power of ten, so that an axis has about six numbers. */
    private static int every(int length) {
        int every = 1;
        for (int factor = 0; length / every > 6; factor++) {
            every = factor % 3 == 1 ? every / 2 * 5 : every * 2;
        }
        return every;
    }

    private double y(double power, int low, int high) {
        return floor - (floor - top) * (power - low) / (high - low);
    }

    /** Colours that the colour-blind can tell apart (Okabe and Ito 2008). */
    private static String colour(CellTrial contender) {
        return colour(contender.architecture().cell());
    }

    private static String colour(CellKind cell) {
        return switch (cell) {
            case LSTM -> "#0072b2";
            case PEEPHOLE -> "#56b4e9";
            case COUPLED -> "#009e73";
            case GRU -> "#e69f00";
            case GRU_ORIGINAL -> "#cc79a7";
            case RNN -> "#d55e00";
        };
    }
}
