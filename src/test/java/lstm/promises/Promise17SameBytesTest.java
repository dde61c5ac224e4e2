package lstm.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 17: the same bytes whatever the locale, the zone, the default charset and the working directory. */
@Order(8)
@Tag("process")
class Promise17SameBytesTest {
    private static final List<String> LOCALES =
            List.of("en-US", "de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist-nu-thai");
    private static final List<String> ZONES = List.of("UTC", "Asia/Kathmandu", "Pacific/Apia");
    private static final List<String> CHARSETS = List.of("UTF-8", "ISO-8859-1", "UTF-16", "windows-1254");

    private static final List<Object> COLUMNS =
            List.of("--target", "\u0130stanbul I\u0131i", "--features", "\u0633\u0639\u0631");

    @TempDir
    static Path shared;

    private static Path csv;
    private static byte[] model;
    private static String forecast;
    private static String refusal;
    private static int places;

    @TempDir
    Path directory;

    @BeforeAll
    static void train() throws IOException {
        csv = SeriesFile.of(
                shared.resolve("prices.csv"),
                "date,\u0130stanbul I\u0131i,\u0633\u0639\u0631",
                60,
                k -> "\"" + SeriesFile.weekday(k) + " 23:30\"," + SeriesFile.wave(k) + "," + SeriesFile.wave(k + 9));
        Path first = shared.resolve("m.model.json");
        Cli.run(train(first)).succeeds();
        model = Files.readAllBytes(first);
        forecast = Cli.run("predict", first).succeeds().out();
        refusal = Cli.run("train", csv, "-o", first, "--force", "--target", "istanbul iii")
                .err();
    }

    @AfterAll
    static void report() {
        Figures.report("17.places.compared", places);
    }

    private static Object[] train(Path to) {
        return new Object[] {"train", csv, "-o", to, "--quiet", COLUMNS, Cli.TINY};
    }

    record Place(String locale, String zone, String charset) {
        Jvm jvm() {
            Locale chosen = Locale.forLanguageTag(locale);
            List<String> options = new ArrayList<>(List.of(
                    "-Duser.language=" + chosen.getLanguage(),
                    "-Duser.country=" + chosen.getCountry(),
                    "-Duser.timezone=" + zone,
                    "-Dfile.encoding=" + charset));
            if (chosen.hasExtensions()) {
                options.add("-Duser.extensions=" + chosen.toLanguageTag().replaceFirst(".*-u-", "u-"));
            }
            return Jvm.brief(options.toArray(String[]::new));
        }
    }

    /** Each locale with one zone and charset, in turn; in a full run each with each. */
    static List<Place> places() {
        List<Place> all = new ArrayList<>();
        int turn = 0;
        for (String locale : LOCALES) {
            for (String zone : Tier.SOAK ? ZONES : List.of(ZONES.get(turn % ZONES.size()))) {
                for (String charset : Tier.SOAK ? CHARSETS : List.of(CHARSETS.get(turn % CHARSETS.size()))) {
                    all.add(new Place(locale, zone, charset));
                }
            }
            turn++;
        }
        return Tier.some(2, all);
    }

    @ParameterizedTest
    @MethodSource("places")
    void modelForecastAndMessageAreTheSame(Place place) throws Exception {
        Jvm jvm = place.jvm();
        // One start trains and forecasts.
        jvm.succeeds(
                directory,
                "batch",
                csv,
                "--preset",
                "classic",
                "-o",
                directory,
                "--quiet",
                "--jobs",
                1,
                COLUMNS,
                Cli.TINY);
        assertArrayEquals(model, Files.readAllBytes(directory.resolve("prices.model.json")));
        assertEquals(forecast, Files.readString(directory.resolve("prices.forecast.csv")));
        places++;
    }

    /** Digits, points and words of pictures, pages and reports are those of no locale. */
    static List<String> locales() {
        return Tier.some(1, List.of("de-DE", "ar-EG-u-nu-arab"));
    }

    @ParameterizedTest
    @MethodSource("locales")
    void picturesPagesAndFindingsAreTheSame(String locale) throws Exception {
        Jvm jvm = new Place(locale, ZONES.get(1), CHARSETS.get(1)).jvm();
        Path here = Files.write(directory.resolve("m.model.json"), model);
        Path svg = directory.resolve("x.svg");
        Path page = directory.resolve("x.html");
        Object[] words = {"evaluate", here, csv, "--plot", svg, "--report", page, "--force", "--quiet"};
        String scored = Cli.run(words).succeeds().out();
        List<byte[]> drawn = List.of(Files.readAllBytes(svg), Files.readAllBytes(page));
        assertEquals(scored, jvm.succeeds(directory, words));
        assertArrayEquals(drawn.get(0), Files.readAllBytes(svg));
        assertArrayEquals(drawn.get(1), Files.readAllBytes(page));
        Object[] check = {"check", csv, "--target", "\u0130stanbul I\u0131i"};
        assertEquals(Cli.run(check).succeeds().out(), jvm.succeeds(directory, check));
    }

    @Test
    void theWorkingDirectoryDoesNotMatter() throws Exception {
        Path elsewhere = Files.createDirectories(directory.resolve("a b").resolve("c"));
        Files.copy(csv, elsewhere.resolve("data.csv"));
        Object[] words = train(Path.of("m.model.json"));
        words[1] = "data.csv";
        Jvm.brief().succeeds(elsewhere, words);
        assertArrayEquals(model, Files.readAllBytes(elsewhere.resolve("m.model.json")));
        assertEquals(forecast, Jvm.brief().succeeds(directory, "predict", "a b/c/m.model.json"));
    }

    @Test
    void aRefusalHasTheSameWords() throws Exception {
        Path to = shared.resolve("m.model.json");
        for (String locale : Tier.some(1, List.of("tr-TR", "ar-EG-u-nu-arab"))) {
            assertEquals(
                    refusal,
                    new Place(locale, ZONES.get(2), "UTF-8")
                            .jvm()
                            .run(
                                    directory,
                                    Map.of("LC_ALL", "C.UTF-8"),
                                    "train",
                                    csv,
                                    "-o",
                                    to,
                                    "--force",
                                    "--target",
                                    "istanbul iii")
                            .err(),
                    locale);
        }
    }
}
