package lstm.promises;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lstm.calendar.Calendar;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import lstm.csv.CsvReader;
import lstm.csv.CsvSource;
import lstm.error.LstmException;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.Series;
import lstm.tensor.Seed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise 9: a hostile CSV brings a result, or the clean error with the right line and column; so do files of options
 * and lists of files.
 */
@Order(5)
class Promise09HostileCsvTest {
    private static final int READ = Tier.count(1_000, 5_000_000);
    private static final int COMMANDS = Tier.count(20, 20_000);
    private static final int PLACES = Tier.count(30, 20_000);

    @TempDir
    static Path shared;

    private static HostileCommands.Trained trained;

    @TempDir
    Path directory;

    @BeforeAll
    static void train() {
        trained = HostileCommands.Trained.in(shared);
    }

    private HostileCommands commands;

    @BeforeEach
    void layOut() throws IOException {
        commands = new HostileCommands(trained, Files.createDirectory(directory.resolve("written")));
    }

    @Test
    void anyBytesGiveAFiniteSeriesOrOneLineThatNamesTheFile() {
        Random random = Seed.random();
        CsvMutator mutator = new CsvMutator(random, 20);
        int read = 0;
        for (int k = 0; k < READ; k++) {
            read += isSeries(mutator.next(), random, "seed " + Seed.VALUE + ", case " + k) ? 1 : 0;
        }
        assertTrue(read > READ / 100 && read < READ - READ / 100, read + " read");
        Figures.report("09.hostile.csvs.tried", READ);
    }

    private static boolean isSeries(byte[] bytes, Random random, String where) {
        ReadOptions options =
                ReadOptions.DEFAULT.withMissing(Missing.values()[random.nextInt(Missing.values().length)]);
        options = random.nextBoolean() ? options.withFeatures(List.of("open")) : options;
        try {
            Series series = CsvReader.read(new CsvSource("prices.csv", () -> new ByteArrayInputStream(bytes)), options);
            for (double[] column : series.values()) {
                assertTrue(Arrays.stream(column).allMatch(Double::isFinite), where);
            }
            long last = series.stamps().last();
            assertTrue(Calendar.infer(series).next(last) > last, where);
            return true;
        } catch (LstmException e) {
            assertEquals(1, e.getMessage().lines().count(), where);
            boolean twice = e.kind() == LstmException.Kind.USAGE;
            assertTrue(e.getMessage().startsWith(twice ? "features: " : "prices.csv"), where + e.getMessage());
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(where + ": " + new String(bytes, ISO_8859_1), e);
        }
    }

    @Test
    void everyCommandHasAResultOrSaysWhyNot() throws IOException {
        Random random = Seed.random();
        TextMutator series = new CsvMutator(random, 60);
        TextMutator scored = new TextMutator(random, List.of(CsvMutator.PIECES), List.of(commands.scored()));
        TextMutator future = new TextMutator(random, List.of(CsvMutator.PIECES), List.of(commands.future()));
        Path csv = directory.resolve("hostile.csv");
        for (int k = 0; k < COMMANDS; k++) {
            Files.write(csv, series.next());
            List<List<Object>> all =
                    commands.readingSeries(csv, Missing.values()[random.nextInt(Missing.values().length)].toString());
            for (int one = 0; one < 3; one++) {
                commands.holds(all.get((3 * k + one) % all.size()), csv);
            }
            Path written = Files.write(directory.resolve("scored.csv"), scored.next());
            commands.holds(List.of("plot", written, "-o", directory.resolve("x.svg"), "--force"), written);
            Path ahead = Files.write(directory.resolve("future.csv"), future.next());
            commands.holds(commands.forecastingFrom(ahead), ahead);
        }
        atLeastSomeAreGood(commands);
        Figures.report("09.hostile.csvs.through.commands", commands.ran());
    }

    private static void atLeastSomeAreGood(HostileCommands tried) {
        assertTrue(tried.good() > tried.ran() / 50 && tried.good() < tried.ran(), tried.good() + " of " + tried.ran());
    }

    @Test
    void everyFileOfOptionsIsTakenOrRefusedInOneLine() throws IOException {
        Random random = Seed.random();
        TextMutator mutator = new TextMutator(random, HostileTexts.PIECES, HostileTexts.OPTIONS);
        for (int k = 0; k < COMMANDS; k++) {
            String form = List.of("yaml", "json", "properties").get(k % 3);
            // One of ten is as it should be, so that good ones are never left to chance.
            byte[] text = k % 10 == 0 ? HostileTexts.OPTIONS.get(k % 3).getBytes(UTF_8) : mutator.next();
            Path config = Files.write(directory.resolve("hostile." + form), text);
            List<List<Object>> all = commands.configured(config);
            commands.holdsInterrupted(all.get(k / 3 % all.size()), config);
        }
        atLeastSomeAreGood(commands);
        Figures.report("09.hostile.options.files.tried", COMMANDS);
    }

    @Test
    void everyListOfFilesIsDoneOrRefused() throws IOException {
        Random random = Seed.random();
        List<String> good = HostileTexts.lists(commands.prices().toString());
        TextMutator mutator = new TextMutator(random, HostileTexts.PIECES, good);
        Path list = directory.resolve("hostile.list");
        for (int k = 0; k < COMMANDS; k++) {
            // One of ten is as it should be, as above.
            byte[] text = k % 10 == 0 ? good.get(k / 10 % 2).getBytes(UTF_8) : mutator.next();
            Files.write(list, text);
            commands.holds(commands.listed(list), list);
        }
        atLeastSomeAreGood(commands);
        Figures.report("09.hostile.lists.tried", COMMANDS);
    }

    static List<Path> series() throws IOException {
        return HostileCommands.corpus("series");
    }

    static List<Path> options() throws IOException {
        return HostileCommands.corpus("options");
    }

    static List<Path> lists() throws IOException {
        return HostileCommands.corpus("lists");
    }

    /** Every file that was ever found to do harm, or might have; none is ever deleted. */
    @ParameterizedTest
    @MethodSource("series")
    void everySeriesOfTheCorpusHasAResultOrSaysWhyNot(Path hostile) throws IOException {
        // In a build each file goes to every sixth command, other files to others.
        int every = Tier.count(6, 1);
        for (Missing missing : policies(hostile)) {
            List<List<Object>> all = commands.readingSeries(hostile, missing.toString());
            for (int k = Math.floorMod(hostile.getFileName().hashCode(), every); k < all.size(); k += every) {
                commands.holds(all.get(k), hostile);
            }
        }
    }

    private static List<Missing> policies(Path hostile) {
        boolean misses = hostile.toString().contains("missing");
        return Tier.SOAK ? List.of(Missing.values()) : List.of(misses ? Missing.MASK : Missing.ERROR);
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyFileOfOptionsOfTheCorpusIsRefused(Path hostile) throws IOException {
        List<List<Object>> all = commands.configured(hostile);
        commands.holdsInterrupted(all.get(0), hostile);
        assertEquals(0, commands.good(), "it was taken");
        for (List<Object> command : Tier.some(2, all)) {
            commands.holdsInterrupted(command, hostile);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyListOfTheCorpusIsRefused(Path hostile) throws IOException {
        commands.holds(commands.listed(hostile), hostile);
        assertEquals(0, commands.good(), "it was taken");
    }

    @Test
    void theLineAndTheColumnAreTheRightOnes() throws IOException {
        Random random = Seed.random();
        String[] bad = {"x", "1.2.3", "NaN", "Inf", "1e400", "#N/A", "", "--1", "0x10", "1 2", "\"1\n2\"", "\u0661"};
        for (int k = 0; k < PLACES; k++) {
            int rows = 2 + random.nextInt(400);
            int row = random.nextInt(rows);
            int column = random.nextInt(3);
            String cell = column == 0 ? "2020-13-01" : bad[random.nextInt(bad.length)];
            int blank = random.nextInt(rows);
            Path csv = SeriesFile.of(
                    directory.resolve("bad.csv"),
                    "date,close,open",
                    rows,
                    r -> (r == blank ? "\n" : "") + line(r, r == row ? column : -1, cell));
            Cli run = Cli.run(
                    "train",
                    csv,
                    "--target",
                    "close",
                    "--features",
                    "open",
                    "--date",
                    "date",
                    "-o",
                    directory.resolve("m"));
            String name = List.of("date", "close", "open").get(column);
            String place = csv + ":" + (row + 2 + (blank <= row ? 1 : 0)) + ": column \"" + name + "\": ";
            assertEquals(3, run.code(), run.err());
            assertTrue(run.err().startsWith("lstm: " + place), "seed " + Seed.VALUE + ": " + place + run.err());
        }
        Figures.report("09.places.named", PLACES);
    }

    private static String line(int row, int bad, String cell) {
        List<String> cells = Stream.of(SeriesFile.weekday(0).plusDays(row) + "", row + ".5", "\"" + row + "\"")
                .toList();
        return String.join(
                ",", Stream.of(0, 1, 2).map(k -> k == bad ? cell : cells.get(k)).toList());
    }

    /** A shape of file, the code it brings, and a part of what is said. */
    record Shape(String name, byte[] bytes, int code, String said) {
        static Shape of(String name, String text, int code, String said) {
            return new Shape(name, text.getBytes(UTF_8), code, said);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static String rows(int count) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < count; k++) {
            text.append(SeriesFile.weekday(0).plusDays(k))
                    .append(',')
                    .append(k % 7)
                    .append(",x\n");
        }
        return text.toString();
    }

    static List<Shape> shapes() {
        String header = "date,close,name\n";
        String good = header + rows(60);
        String names = "a,".repeat(1_000_000) + "b";
        return List.of(
                Shape.of("good", good, 0, ""),
                Shape.of("unclosed quote", good + "2021-01-01,1,\"x" + rows(100_000), 3, ":62: "),
                Shape.of("unclosed quote in a small file", good + "2021-01-01,1,\"x\n", 3, ":62: "),
                Shape.of("unclosed quote in the header", "date,\"close,name\n" + rows(60), 3, ":1: "),
                Shape.of("a million columns", names + "\n" + names + "\n", 3, ":1: "),
                Shape.of("twenty thousand columns", "c,".repeat(20_000) + "d\n", 3, ":1: the header has 20001 columns"),
                Shape.of("a million columns in a row", good + names + "\n", 3, ":62: "),
                Shape.of("ragged, short", good + "2021-01-01,1\n" + rows(9), 3, ":62: 2 fields where the header has 3"),
                Shape.of("ragged, long", good + "2021-01-01,1,x,y\n", 3, ":62: 4 fields where the header has 3"),
                Shape.of("NUL", good + "2021-01-01,1,\0\n", 3, ":62: holds a NUL byte"),
                Shape.of("byte order mark", "\ufeff" + good, 0, ""),
                Shape.of("byte order mark inside", good + "\ufeff2021-01-01,1,x\n", 3, ":62: column \"date\""),
                new Shape("bad UTF-8", (good + "2021-01-01,1,\u00e4\n").getBytes(ISO_8859_1), 3, ":62: is not UTF-8"),
                new Shape("UTF-16", good.getBytes(java.nio.charset.StandardCharsets.UTF_16), 3, ":1: is UTF-16"),
                Shape.of("duplicate headers of which one is text", "date,close,close\n" + rows(60), 0, ""),
                Shape.of(
                        "duplicate headers",
                        "date,close,close\n" + rows(60).replaceAll("(\\d),x", "$1,$1"),
                        3,
                        ":1: it is not clear"),
                Shape.of("empty headers", "date,close,\n" + rows(60), 0, ""),
                Shape.of("empty header of the only column", ",\n1,2\n2,3\n", 3, ""),
                Shape.of("header only", header, 3, ": has a header but no rows"),
                Shape.of("empty", "", 3, ": is empty"),
                Shape.of("blank lines only", "\n\n\n", 3, ": is empty"),
                Shape.of("too few rows", header + rows(38), 3, ": has 38 rows, needs at least 39"),
                Shape.of("carriage returns alone", good.replace('\n', '\r'), 0, ""),
                Shape.of("one line of ten million", "9".repeat(10_000_000), 3, ":1: "),
                new Shape(
                        "half a gzip file",
                        new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0},
                        3,
                        ": is not a complete gzip file"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyHostileShapeIsReadOrNamed(Shape shape) throws IOException {
        Path csv = Files.write(directory.resolve("shape.csv"), shape.bytes);
        Cli run = Cli.run("train", csv, "-o", directory.resolve("m"), "--quiet", Cli.TINY);
        assertEquals(shape.code, run.code(), run.err());
        if (shape.code != 0) {
            assertTrue(run.err().startsWith("lstm: " + csv + shape.said), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().length() < 1000, run.err().length() + " characters");
            assertTrue(Files.notExists(directory.resolve("m")), "a model was written");
        }
    }
}
