package lstm.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lstm.forecast.Contender;
import lstm.forecast.Travel;
import lstm.network.CellKind;
import lstm.report.Svg.Anchor;

/**
 * A comparison as a picture: to the left the validation loss of each epoch, to the right how the gradient travels back
 * through time, both on logarithmic axes.
 */
public final class ComparisonChart {
    private static final int WIDTH = 940;
    private static final int HEIGHT = 400;
    private static final int TOP = 100;
    private static final int FLOOR = HEIGHT - 52;
    private static final int PANEL = 370;
    /** What lies below has vanished; a gradient of exactly zero has no logarithm. */
    private static final double LEAST = 1e-12;

    private final List<Contender> contenders;
    private final Svg svg = new Svg(WIDTH, HEIGHT);

    private ComparisonChart(List<Contender> contenders) {
        this.contenders = contenders;
    }

    /** The picture as an SVG file. */
    public static byte[] svg(Comparison comparison, String title) {
        return new ComparisonChart(comparison.contenders()).draw(title);
    }

    private byte[] draw(String title) {
        svg.title(64, 26, title);
        double x = 64;
        for (Contender contender : contenders) {
            String name = contender.architecture().cell().toString();
            svg.curve(new double[] {x, x + 22}, new double[] {46, 46}, colour(contender), false);
            svg.text(x + 28, 50, Anchor.START, name);
            x += 52 + 7 * name.length();
        }
        panel(64, "validation loss", "epoch", 1, contender -> List.of(validation(contender)));
        panel(
                64 + PANEL + 96,
                "gradient of the loss: by h, dashed by the memory c; 1 at the last step",
                "steps back",
                0,
                contender -> contender.travel().map(ComparisonChart::curves).orElse(List.of()));
        return svg.bytes();
    }

    private static double[] validation(Contender contender) {
        return contender.history().stream()
                .mapToDouble(epoch -> epoch.validation().orElse(Double.NaN))
                .toArray();
    }

    private static List<double[]> curves(Travel travel) {
        return Stream.concat(Stream.of(travel.hidden()), travel.memory().stream())
                .toList();
    }

    /** Curves over steps that count from {@code first} on; the second curve of a contender is dashed. */
    private void panel(double left, String title, String below, int first, Function<Contender, List<double[]>> curves) {
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
        svg.remark(left, TOP - 18, Anchor.START, title);
        rows(left, low, high);
        steps(left, below, first, length);
        for (Contender contender : contenders) {
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
                svg.remark(x, FLOOR + 18, Anchor.MIDDLE, Integer.toString(step));
            }
        }
        svg.remark(left + PANEL / 2.0, FLOOR + 36, Anchor.MIDDLE, below);
    }

    /** 1, 2 or 5 times a power of ten, so that an axis has about six numbers. */
    private static int every(int length) {
        int every = 1;
        for (int factor = 0; length / every > 6; factor++) {
            every = factor % 3 == 1 ? every / 2 * 5 : every * 2;
        }
        return every;
    }

    private static double y(double power, int low, int high) {
        return FLOOR - (FLOOR - TOP) * (power - low) / (high - low);
    }

    /** Colours that the colour-blind can tell apart (Okabe and Ito 2008). */
    private static String colour(Contender contender) {
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
