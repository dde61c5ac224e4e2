package lstm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Draws what {@code lstm evaluate} wrote, as the README shows it: arguments are the CSV, how many of its last rows, a
 * title, and the SVG to write. {@code mvn -q -Pbench -Dquick test-compile exec:exec -Dbench=lstm.bench.Picture
 * -Dbench.args="..."}.
 */
public final class Picture {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 340;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int TOP = 56;
    private static final int BOTTOM = 36;

    private final List<String[]> rows;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder();

    private Picture(List<String[]> rows) {
        this.rows = rows;
        low = 50 * Math.floor(extreme(-1) / 50);
        high = 50 * Math.ceil(extreme(1) / 50);
    }

    /** Draws it. */
    public static void main(String[] args) throws IOException {
        List<String[]> all = Files.readAllLines(Path.of(args[0])).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        int last = Integer.parseInt(args[1]);
        Picture picture = new Picture(all.subList(Math.max(0, all.size() - last), all.size()));
        Files.writeString(Path.of(args[3]), picture.draw(args[2].replace('_', ' ')));
    }

    private double extreme(int sign) {
        return sign
                * rows.stream()
                        .mapToDouble(row -> sign
                                * (sign < 0
                                        ? Math.min(Double.parseDouble(row[1]), Double.parseDouble(row[2]))
                                        : Math.max(Double.parseDouble(row[1]), Double.parseDouble(row[2]))))
                        .max()
                        .orElseThrow();
    }

    private String draw(String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        add("<text x=\"%d\" y=\"22\" font-size=\"15\" fill=\"#222222\">%s</text>", LEFT, title);
        grid();
        legend(LEFT, "#222222", "actual");
        legend(LEFT + 90, "#d55e00", "predicted, one step ahead");
        line(1, "#222222");
        line(2, "#d55e00");
        add("</svg>");
        return svg.toString();
    }

    private void legend(int x, String colour, String text) {
        add("<path d=\"M%d 40h22\" stroke=\"%s\" stroke-width=\"2\"/>", x, colour);
        add("<text x=\"%d\" y=\"44\" fill=\"#222222\">%s</text>", x + 28, text);
    }

    private void grid() {
        for (double value = low; value <= high; value += 50) {
            add("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>", LEFT, y(value), WIDTH - RIGHT);
            add(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#444444\">%.0f</text>",
                    LEFT - 8, y(value) + 4, value);
        }
        int month = LocalDate.parse(rows.get(0)[0]).getMonthValue();
        for (int k = 0; k < rows.size(); k++) {
            LocalDate date = LocalDate.parse(rows.get(k)[0]);
            if (date.getMonthValue() != month) {
                month = date.getMonthValue();
                add("<path d=\"M%.1f %dv5\" stroke=\"#444444\"/>", x(k), HEIGHT - BOTTOM);
                add(
                        "<text x=\"%.1f\" y=\"%d\" fill=\"#444444\">%d-%02d</text>",
                        x(k) + 3, HEIGHT - 14, date.getYear(), month);
            }
        }
    }

    private void line(int column, String colour) {
        StringBuilder path = new StringBuilder();
        for (int k = 0; k < rows.size(); k++) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", k == 0 ? "M" : "L", x(k), y(Double.parseDouble(rows.get(k)[column]))));
        }
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>", path, colour);
    }

    private double x(int k) {
        return LEFT + (double) k / (rows.size() - 1) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
