package lstm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final List<String> BROWSERS =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome");

    /** A column name that breaks out of markup wherever it is not escaped. */
    private static final String HOSTILE = "\"</title><script>console.error('in')</script><img src=x>&";

    @TempDir
    Path directory;

    private Path file(String name) {
        return directory.resolve(name);
    }

    private Path hostileCsv(int from, int to, String name) {
        return SeriesFile.of(
                file(name),
                "date,\"" + HOSTILE.replace("\"", "\"\"") + "\"",
                to - from,
                k -> SeriesFile.weekday(from + k) + "," + SeriesFile.wave(from + k));
    }

    @Test
    void aTrainingIsReportedWithAllThereIsToKnow() throws IOException {
        Path csv = SeriesFile.weekdays(file("prices.csv"), 60);
        Cli.run("train", csv, "-o", file("m.json"), "--report", file("r.html"), Cli.TINY)
                .succeeds();
        String html = Files.readString(file("r.html"));
        for (String text : List.of(
                "<h1>Training on prices</h1>",
                "<p>One step ahead on 6 rows, skill ",
                "<td class=\"text\">naive</td>",
                "held-out rows, actual and predicted one step ahead",
                "loss by epoch",
                "2020-01-01, 2020-03-24; weekdays",
                "<dt>lookback</dt><dd>8 rows</dd>",
                "<summary>Every epoch</summary>",
                "<pre>lstm train " + csv + " -o ",
                "--units 4 --layers 1 --lookback 8 --epochs 2</pre>")) {
            assertTrue(html.contains(text), text + " is not in\n" + html);
        }
    }

    @Test
    void bothPagesShowAtWhichLagTheForecastFitsBest() throws IOException {
        Path csv = SeriesFile.weekdays(file("prices.csv"), 460);
        Cli.run("train", csv, "-o", file("m.json"), "--report", file("t.html"), Cli.TINY)
                .succeeds();
        Cli.run("evaluate", file("m.json"), csv, "--report", file("e.html")).succeeds();
        for (String page : List.of("t.html", "e.html")) {
            String html = Files.readString(file(page));
            assertTrue(html.contains("error against earlier values") && html.contains("rows earlier"), html);
        }
    }

    @Test
    void withNothingHeldOutThereIsNoScoreAndNoComparison() throws IOException {
        Path csv = SeriesFile.weekdays(file("prices.csv"), 60);
        Cli.run("train", csv, "-o", file("m.json"), "--validation", 0, "--report", file("r.html"), Cli.TINY)
                .succeeds();
        String html = Files.readString(file("r.html"));
        assertTrue(html.contains("loss by epoch") && !html.contains("<th>RMSE</th>"), html);
        assertFalse(html.contains("actual and predicted"), html);
    }

    @Test
    void aBacktestIsReportedByStep() throws IOException {
        Path csv = SeriesFile.weekdays(file("prices.csv"), 200);
        Cli.run("backtest", csv, "--horizon", 2, "--origins", 3, "--report", file("r.html"), Cli.TINY)
                .succeeds();
        String html = Files.readString(file("r.html"));
        for (String text : List.of(
                "<h1>Backtest of prices</h1>",
                "<p>1 to 2 steps ahead from 3 origins (6 forecasts), skill ",
                "<h2>close, intervals</h2>",
                ">prices, forecast from " + SeriesFile.weekday(193) + ": RMSE ",
                ">actual<",
                "<h2>close, by step</h2>",
                "error by step ahead",
                "<dt>origins</dt><dd>3, every 2 rows, the first after " + SeriesFile.weekday(193) + "</dd>",
                "<dt>trained</dt><dd>once, at the first origin</dd>",
                "<dt>lookback</dt><dd>8 rows</dd>",
                "<pre>lstm backtest " + csv + " --horizon 2")) {
            assertTrue(html.contains(text), text + " is not in\n" + html);
        }
    }

    @Test
    void settingsThatDoNothingAreLeftOut() throws IOException {
        Path csv = SeriesFile.weekdays(file("prices.csv"), 60);
        Cli.run("train", csv, "-o", file("m.json"), "--report", file("r.html"), Cli.TINY, "--clip-norm", 0)
                .succeeds();
        String html = Files.readString(file("r.html"));
        assertFalse(html.contains("<dt>clip norm</dt>") || html.contains("<dt>season</dt>"), html);
        Cli.run("train", csv, "-o", file("n.json"), "--report", file("s.html"), Cli.TINY, "--clip-norm", 2)
                .succeeds();
        assertTrue(Files.readString(file("s.html")).contains("<dt>clip norm</dt><dd>2.0</dd>"));
    }

    @Test
    void anotherEndingIsRefused() {
        Cli run = Cli.run("train", file("missing.csv"), "--report", file("r.svg"));
        assertEquals(2, run.code());
        assertTrue(run.err().endsWith("r.svg: report files must end in .html\n"), run.err());
    }

    @Test
    void aBrowserShowsThePagesWithoutAComplaint() throws Exception {
        Optional<Path> browser = browser();
        Assumptions.assumeTrue(browser.isPresent(), "no browser is installed: one of " + BROWSERS);
        Path csv = hostileCsv(0, 60, "prices.csv");
        Cli.run("train", csv, "-o", file("m.json"), "--report", file("train.html"), Cli.TINY)
                .succeeds();
        Path later = hostileCsv(60, 90, "later.csv");
        Cli.run("evaluate", file("m.json"), later, "-o", file("s.csv"), "--report", file("evaluate.html"))
                .succeeds();
        Cli.run(
                        "backtest",
                        csv,
                        "--origins",
                        1,
                        "--horizon",
                        4,
                        "-o",
                        file("b.csv"),
                        "--report",
                        file("backtest.html"),
                        Cli.TINY)
                .succeeds();
        for (String page : List.of("train.html", "evaluate.html", "backtest.html")) {
            String dom = open(browser.get(), page, "--dump-dom").out();
            assertEquals(page.startsWith("back") ? 1 : 2, dom.split("<svg ", -1).length - 1, dom);
            assertFalse(dom.contains("<script") || dom.contains("<img"), dom);
            assertTrue(dom.contains("&lt;script&gt;console.error('in')&lt;/script&gt;"), dom);
            open(browser.get(), page, "--screenshot=" + file("shot.png"), "--window-size=820,1200");
            BufferedImage shot = ImageIO.read(file("shot.png").toFile());
            assertTrue(pixels(shot, 0xd55e00) > 300, "the line of the forecast is seen");
            if (!page.startsWith("back")) {
                assertTrue(pixels(shot, 0x222222) > 300, "and the line of what happened");
            }
        }
    }

    private static int pixels(BufferedImage image, int colour) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return (int)
                Arrays.stream(all).filter(pixel -> (pixel & 0xffffff) == colour).count();
    }

    /** Opens a page and returns what the browser printed; fails if the page had anything to complain of. */
    private Child.Ended open(Path browser, String page, String... options) throws Exception {
        List<String> words = Stream.of(
                        Stream.of(browser.toString(), "--headless", "--no-sandbox", "--disable-gpu"),
                        Stream.of("--enable-logging=stderr", "--user-data-dir=" + file("profile")),
                        Stream.of(options),
                        Stream.of(file(page).toUri().toString()))
                .flatMap(part -> part)
                .toList();
        Child.Ended ended = Child.run(directory, Map.of(), words);
        assertEquals(0, ended.code(), ended.err());
        assertFalse(ended.err().contains("CONSOLE"), ended.err());
        return ended;
    }

    @Test
    void theCheckOnABrowserSeesAComplaint() throws Exception {
        Optional<Path> browser = browser();
        Assumptions.assumeTrue(browser.isPresent(), "no browser is installed: one of " + BROWSERS);
        Files.writeString(file("bad.html"), "<!DOCTYPE html><script>console.error('seen')</script>");
        AssertionError seen = org.junit.jupiter.api.Assertions.assertThrows(
                AssertionError.class, () -> open(browser.get(), "bad.html", "--dump-dom"));
        assertTrue(seen.getMessage().contains("seen"), seen.getMessage());
    }

    private static Optional<Path> browser() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
