package lstm.cli.terminal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.text.NumberText;

/**
 * The layout of a progress line: each field has a fixed place so that the text does not jump. On a narrow terminal
 * whole fields are left out, the least important first.
 */
public final class ProgressLine {
    private static final int NUMBER = 8;
    private static final int RATE = 13;
    private static final int LEFT = 13;
    private static final int SHORTEST_BAR = 5;
    private static final int LONGEST_BAR = 24;

    /** The fields, with the order in which they are dropped: the highest rank first. */
    private enum Field {
        EPOCH(0),
        BAR(2),
        LOSS(3),
        VALIDATION(4),
        RATE(5),
        LEFT(1);

        private final int rank;

        Field(int rank) {
            this.rank = rank;
        }
    }

    /** Which losses are shown. */
    enum Losses {
        /** Only the training loss: no rows are held out. */
        TRAINING,
        /** The validation loss as well. */
        TRAINING_AND_VALIDATION
    }

    /** Contents of the fields; an empty text leaves its place blank. */
    record Content(int epoch, double share, String loss, String validation, String rate, String left) {}

    private final int epochs;
    private final List<Field> fields;
    private final ProgressBar bar;
    private final int barWidth;

    /**
     * Lays the fields out.
     *
     * @param columns maximum width of the line
     * @param epochs maximum number of epochs
     * @param losses which losses are shown
     */
    ProgressLine(ProgressBar bar, int columns, int epochs, Losses losses) {
        this.bar = bar;
        this.epochs = epochs;
        List<Field> chosen = List.of(Field.EPOCH);
        for (int most = Field.values().length - 1; most > 0; most--) {
            int rank = most;
            List<Field> tried = Stream.of(Field.values())
                    .filter(field -> field.rank <= rank
                            && (losses == Losses.TRAINING_AND_VALIDATION || field != Field.VALIDATION))
                    .toList();
            if (width(tried) <= columns) {
                chosen = tried;
                break;
            }
        }
        this.fields = chosen;
        this.barWidth = Math.min(LONGEST_BAR, SHORTEST_BAR + columns - width(chosen));
    }

    private int width(List<Field> some) {
        return some.stream().mapToInt(this::width).sum() + some.size() - 1;
    }

    private int width(Field field) {
        return switch (field) {
            case EPOCH -> "epoch /".length() + 2 * digits();
            case BAR -> SHORTEST_BAR;
            case LOSS -> "loss ".length() + NUMBER;
            case VALIDATION -> "val ".length() + NUMBER;
            case RATE -> RATE;
            case LEFT -> LEFT;
        };
    }

    private int digits() {
        return Integer.toString(epochs).length();
    }

    /** The line. */
    String text(Content content) {
        return fields.stream()
                .map(field -> field == Field.BAR ? bar.of(content.share, barWidth) : padded(field, content))
                .collect(Collectors.joining(" "))
                .stripTrailing();
    }

    private String padded(Field field, Content content) {
        String text =
                switch (field) {
                    case EPOCH ->
                        "epoch "
                                + " "
                                        .repeat(digits()
                                                - Integer.toString(content.epoch)
                                                        .length()) + content.epoch + "/" + epochs;
                    case BAR -> throw new AssertionError(field);
                    case LOSS -> named("loss ", content.loss);
                    case VALIDATION -> named("val ", content.validation);
                    case RATE -> content.rate;
                    case LEFT -> content.left;
                };
        return text + " ".repeat(Math.max(0, width(field) - text.length()));
    }

    private static String named(String name, String number) {
        return number.isEmpty() ? "" : name + number;
    }

    /** A loss, with three significant digits and in at most eight columns. */
    static String number(double value) {
        String text = NumberText.rounded(value, 3);
        return text.length() <= NUMBER ? text : String.format(Locale.ROOT, "%.2e", value);
    }

    /** The pace of training, as seconds per epoch or epochs per second: {@code 2.5 s/epoch}, {@code 12 epochs/s}. */
    public static String rate(double secondsPerEpoch) {
        return secondsPerEpoch >= 1
                ? tight(secondsPerEpoch) + " s/epoch"
                : tight(1 / Math.max(secondsPerEpoch, 1e-4)) + " epochs/s";
    }

    private static String tight(double value) {
        return value < 9.95 ? String.format(Locale.ROOT, "%.1f", value) : Long.toString(Math.round(value));
    }

    /** A duration as a clock shows it: {@code 0:07}, {@code 2:30}, {@code 1:02:03}. */
    public static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
